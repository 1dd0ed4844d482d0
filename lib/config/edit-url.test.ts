import { expect, it } from 'vitest';
import { editUrl } from './edit-url';

it('leads to the file in the repository, however its address ends', () => {
  const file = 'content/courses/a/01-b/c.mdx';
  const wanted = `https://git.example/team/course/edit/main/${file}`;
  expect(editUrl(file, 'https://git.example/team/course/edit/main')).toBe(wanted);
  expect(editUrl(file, 'https://git.example/team/course/edit/main/')).toBe(wanted);
});

it('is absent without a repository', () => {
  expect(editUrl('x.mdx', '')).toBeNull();
});

it('refuses an address that could run script', () => {
  expect(() => editUrl('x.mdx', 'javascript:alert(1)//')).toThrow(/REPOSITORY_EDIT_URL/);
});
