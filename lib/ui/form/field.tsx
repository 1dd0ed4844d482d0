import { Labelled, type LabelledProps } from './labelled';

type Props = LabelledProps & {
  type?: 'text' | 'email' | 'password';
  autoComplete: string;
  defaultValue?: string;
  isOptional?: boolean;
  isReadOnly?: boolean;
};

/** A labelled input with its hint and its problem. It is uncontrolled, so a refused form keeps what was typed. */
export const Field = ({
  type = 'text',
  autoComplete,
  defaultValue,
  isOptional = false,
  isReadOnly = false,
  ...labelled
}: Props) => (
  <Labelled {...labelled}>
    {(control) => (
      <input
        {...control}
        type={type}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        required={!isOptional}
        readOnly={isReadOnly}
      />
    )}
  </Labelled>
);
