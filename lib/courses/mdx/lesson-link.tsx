import type { ComponentProps } from 'react';
import { isPlannedPath } from '../course';

/** A link in a text. A lesson that is only planned has no page: its name stays, without a link. */
export const LessonLink = ({ href, children, ...rest }: ComponentProps<'a'>) =>
  href !== undefined && isPlannedPath(href) ? (
    <span title="This lesson is planned">{children}</span>
  ) : (
    <a href={href} {...rest}>
      {children}
    </a>
  );
