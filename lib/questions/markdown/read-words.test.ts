import { describe, expect, it } from 'vitest';
import { readWords } from './read-words';

const urls = (markdown: string) => readWords(markdown).links.map(({ url }) => url);

describe('a text taken apart', () => {
  it('has every link that a page would have, and those in HTML, and none of code', () => {
    expect(urls('[a](https://a.example) https://b.example www.c.example me@d.example')).toEqual([
      'https://a.example',
      'https://b.example',
      'http://www.c.example',
      'mailto:me@d.example',
    ]);
    expect(urls('![x](https://e.example/x.png)\n\n[f]: https://f.example')).toEqual([
      'https://e.example/x.png',
      'https://f.example',
    ]);
    expect(urls('<a href="https://g.example">x</a>')).toEqual(['https://g.example']);
    expect(urls('`https://h.example`\n\n```\nhttps://i.example\n```')).toEqual([]);
  });

  it('keeps its words and its code apart, and loses neither', () => {
    expect(readWords('Say `listen 80;` **now**.\n\n```nginx\nworker_processes 4;\n```')).toMatchObject({
      prose: expect.stringMatching(/Say[^]*now/),
      code: 'listen 80;\nworker_processes 4;',
    });
  });
});
