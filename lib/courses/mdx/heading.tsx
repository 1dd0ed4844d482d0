import type { ComponentProps } from 'react';

const create = (Tag: 'h2' | 'h3') => {
  const Heading = ({ id, children, ...rest }: ComponentProps<'h2'>) => (
    <Tag id={id} {...rest}>
      {children}
      {id && (
        <a className="heading-anchor" href={`#${id}`} aria-label="Link to this section">
          #
        </a>
      )}
    </Tag>
  );
  return Heading;
};

export const Heading2 = create('h2');
export const Heading3 = create('h3');
