import { z } from 'zod';

const EditUrl = z.url({
  protocol: /^https?$/,
  error: 'REPOSITORY_EDIT_URL is not an address. See .env.example.',
});

/**
 * Where a file of the repository can be edited, or null when no repository is configured. Lessons are static: the setting is
 * read when the site is built.
 */
export const editUrl = (file: string, base = process.env.REPOSITORY_EDIT_URL): string | null => {
  if (base === undefined || base === '') return null;
  return `${EditUrl.parse(base).replace(/\/+$/, '')}/${file}`;
};
