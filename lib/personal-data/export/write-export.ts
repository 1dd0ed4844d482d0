import 'server-only';
import type { Section } from './section';
import { sections } from './sections';
import { readPage } from './store';

/** Grows when a reader of the file must be changed. */
const version = 1;

const description =
  'Everything that the database of System Design Mastery holds about one account. Each section is a list of rows; `contents` says what they are. `isComplete` at the end tells a whole file from one whose download broke off.';

/**
 * The file, piece by piece: a page of rows is read when the one before was taken, so a slow reader costs neither memory nor a
 * connection. Rows that change meanwhile are in it as they were when their page was read.
 */
export async function* writeExport(userId: string, at: Date): AsyncGenerator<string> {
  const contents = Object.fromEntries(sections.map(({ name, about }) => [name, about]));
  const head = { format: 'system-design-mastery-export', version, description, exportedAt: at, contents };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
  for (const section of sections) yield* writeSection(section, userId);
  yield '  "isComplete": true\n}\n';
}

async function* writeSection(section: Section, userId: string): AsyncGenerator<string> {
  yield `  ${JSON.stringify(section.name)}: [`;
  let separator = '\n    ';
  for (let after: readonly unknown[] | null | undefined; after !== null;) {
    const { rows, next } = await readPage(section, userId, after ?? null);
    if (rows.length > 0) {
      yield separator + rows.map((row) => JSON.stringify(row)).join(',\n    ');
      separator = ',\n    ';
    }
    after = next;
  }
  yield separator.startsWith(',') ? '\n  ],\n' : '],\n';
}
