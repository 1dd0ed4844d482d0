import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHashFinder, hashInline, sha256 } from './inline-hashes';

describe('hashes of what stands in a page', () => {
  it('cover inline scripts exactly and leave out those with a source', () => {
    const html = '<script>a<b</script><script src="/x.js" async=""></script><script id="s">two\n</script>';
    expect(hashInline(html).scripts).toEqual([sha256('a<b'), sha256('two\n')]);
  });

  it('leave out structured data, which no browser runs', () => {
    const html = '<script type="application/ld+json">{}</script><script type="module">a</script>';
    expect(hashInline(html).scripts).toEqual([sha256('a')]);
  });
});

describe('finding a page', () => {
  let distDir: string;
  beforeEach(async () => {
    distDir = await mkdtemp(path.join(os.tmpdir(), 'hashes-'));
    await mkdir(path.join(distDir, 'server/app/courses'), { recursive: true });
    await writeFile(
      path.join(distDir, 'prerender-manifest.json'),
      JSON.stringify({ routes: { '/': {}, '/courses/a': {}, '/feed.xml': {} } }),
    );
    await writeFile(
      path.join(distDir, 'server/app/index.html'),
      '<style data-x="">a{}</style><script>home</script>',
    );
    await writeFile(path.join(distDir, 'server/app/courses/a.html'), '<script>course</script>');
    await writeFile(path.join(distDir, 'server/app/secret.html'), '<script>secret</script>');
  });
  afterEach(() => rm(distDir, { recursive: true }));

  it('answers for prerendered pages only', async () => {
    const find = createHashFinder(distDir);
    expect(await find('/')).toEqual({ scripts: [sha256('home')], styles: [sha256('a{}')] });
    expect(await find('/courses/a')).toEqual({ scripts: [sha256('course')], styles: [] });
    expect(await find('/secret')).toBeNull();
    expect(await find('/courses/../secret')).toBeNull();
  });

  it('allows no script in what is prerendered and is no page', async () => {
    expect(await createHashFinder(distDir)('/feed.xml')).toEqual({ scripts: [], styles: [] });
  });
});
