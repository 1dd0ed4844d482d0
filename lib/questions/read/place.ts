import { z } from 'zod';

const Place = z.tuple([z.int().min(0).max(2_147_483_647), z.int().min(0).max(2_147_483_647)]);

/** Where a page of a list ended, for an address: what it is sorted by and the id. Nothing of it is secret or believed. */
export const writePlace = (key: number, id: number) => `${key}.${id}`;

/** Null for anything else, which begins at the beginning. */
export const readPlace = (text: string | null | undefined): { key: number; id: number } | null => {
  const parsed = Place.safeParse((text ?? '').split('.').map((part) => (part === '' ? NaN : Number(part))));
  return parsed.success ? { key: parsed.data[0], id: parsed.data[1] } : null;
};
