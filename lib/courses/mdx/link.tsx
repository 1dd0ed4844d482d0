import NextLink from 'next/link';
import type { ReactNode } from 'react';

type Props = { href?: string; title?: string; id?: string; children?: ReactNode };

/** Links in lessons: pages of the site without a reload, except labs, which need their own policy, and other sites. */
export const LessonLink = ({ href = '', children, ...rest }: Props) =>
  href.startsWith('/') && !href.startsWith('/labs/') ? (
    <NextLink href={href} {...rest}>
      {children}
    </NextLink>
  ) : (
    <a href={href} {...rest}>
      {children}
    </a>
  );
