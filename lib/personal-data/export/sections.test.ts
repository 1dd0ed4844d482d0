import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { notExported, sections } from './sections';

type Field = { name: string; type: string; relation: string | null };

const schema = readFileSync(path.join(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8');

/** Models of schema.prisma with their fields; `relation` is the column that a relation goes by. */
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [
    name,
    [...body.matchAll(/^ {2}(\w+) +(\w+(?:\("\w+"\))?)\S*(.*)$/gm)].map(
      ([, field = '', type = '', rest = '']): Field => ({
        name: field,
        type,
        relation: /fields: \[(\w+)\]/.exec(rest)?.[1] ?? null,
      }),
    ),
  ]),
);
const isColumn = ({ type }: Field) => !models.has(type);

describe('the export', () => {
  it('knows every relation of the schema to a person, or says why it is not theirs', () => {
    const relations = [...models].flatMap(([model, fields]) =>
      fields
        .filter(({ type, relation }) => type === 'User' && relation)
        .map((field) => ({ model, ...field })),
    );
    expect(relations.length).toBeGreaterThan(20);
    const missing = relations.filter(
      ({ model, name, relation }) =>
        !(`${model}.${name}` in notExported) &&
        !sections.some((section) => section.model === model && section.owner === `r."${relation}"`),
    );
    expect(missing.map(({ model, name }) => `${model}.${name}`)).toEqual([]);
    const known = new Set(relations.map(({ model, name }) => `${model}.${name}`));
    expect(Object.keys(notExported).filter((name) => !known.has(name))).toEqual([]);
  });

  it('takes every column of those models, or says why it is left out', () => {
    for (const [model, fields] of models) {
      const ofModel = sections.filter((section) => section.model === model);
      if (ofModel.length === 0) continue;
      const told = new Set(ofModel.flatMap(({ columns, leftOut }) => [...columns, ...Object.keys(leftOut)]));
      const columns = fields.filter(isColumn).map(({ name }) => name);
      expect([...told].toSorted(), model).toEqual(columns.toSorted());
    }
  });

  it('holds no secret', () => {
    const columns = sections.flatMap((section) => section.columns);
    expect(columns.filter((name) => /password|digest$|token|secret/i.test(name))).toEqual(['digest']);
    expect(sections.filter(({ columns: own }) => own.includes('digest')).map(({ model }) => model)).toEqual([
      'User',
    ]);
  });

  it('gives each section a name of its own, that no other part of the file has', () => {
    const names = sections.map(({ name }) => name);
    expect(
      new Set([...names, 'format', 'version', 'description', 'exportedAt', 'contents', 'isComplete']).size,
    ).toBe(names.length + 6);
  });
});
