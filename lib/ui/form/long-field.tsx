import { Labelled, type LabelledProps } from './labelled';

type Props = LabelledProps & { rows: number; maxLength: number; defaultValue?: string };

/** A labelled field for some lines of text, which may stay empty. Uncontrolled, like `Field`. */
export const LongField = ({ rows, maxLength, defaultValue, ...labelled }: Props) => (
  <Labelled {...labelled}>
    {(control) => <textarea {...control} rows={rows} maxLength={maxLength} defaultValue={defaultValue} />}
  </Labelled>
);
