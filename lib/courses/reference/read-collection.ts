import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { formatProblem, type Problem } from '../problem';
import { issuesToProblems, lineAt, readJson } from './json-source';

export type Found<Entry> = { entry: Entry; file: string; line: number };
export type Collection<Entry> = { found: Found<Entry>[]; problems: Problem[] };

/**
 * All lists in the `*.json` of `content/<name>` as one. Files are read in the order of their names; of two entries with one
 * id the second is refused.
 */
export const readCollection = <Entry>(
  contentRoot: string,
  name: string,
  schema: z.ZodType<Entry>,
  idOf: (entry: Entry) => string,
): Collection<Entry> => {
  const folder = path.join(contentRoot, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const collection: Collection<Entry> = { found: [], problems: [] };
  const seen = new Map<string, string>();
  for (const file of files.sort()) readList(`content/${name}/${file}`, path.join(folder, file));
  return collection;

  function readList(file: string, place: string) {
    const source = readJson(readFileSync(place, 'utf8'), file);
    if ('message' in source) return void collection.problems.push(source);
    if (!Array.isArray(source.value))
      return void collection.problems.push({ file, line: 1, message: 'This file holds a list: [ … ].' });
    for (const [index, value] of source.value.entries()) {
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        collection.problems.push(...issuesToProblems(parsed.error, source, file, [index]));
        continue;
      }
      const entry = parsed.data;
      const line = lineAt(source, [index]);
      const id = idOf(entry);
      const first = seen.get(id);
      if (first === undefined) collection.found.push({ entry, file, line });
      else collection.problems.push({ file, line, message: `"${id}" is taken: ${first} has it already.` });
      seen.set(id, first ?? `${file}:${line}`);
    }
  }
};

export const entriesOf = <Entry>({ found, problems }: Collection<Entry>): Entry[] => {
  const [problem] = problems;
  if (problem) throw new Error(formatProblem(problem));
  return found.map(({ entry }) => entry);
};
