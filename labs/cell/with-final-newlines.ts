import type { LabFiles } from '@/labs/protocol/files';

/** HAProxy refuses a last line without a line break, which an editor does not show; Nginx does not mind one. */
export const withFinalNewlines = (files: LabFiles): LabFiles =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      text === '' || text.endsWith('\n') ? text : `${text}\n`,
    ]),
  );
