import { toInlineJson } from './structured-data';

/** Data, which browsers do not run: the content policy need not allow it (docs/decisions/0061). */
export const StructuredData = ({ thing }: { thing: Parameters<typeof toInlineJson>[0] }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: toInlineJson(thing) }} />
);
