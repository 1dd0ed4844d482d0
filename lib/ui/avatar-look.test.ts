import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { initialsOf, toneOf, tones } from './avatar-look';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Guest 1234', 'G1'],
    ['  Grace  Brewster Murray Hopper ', 'GH'],
    ['Åsa Öberg', 'ÅÖ'],
    ['e\u0301lise', 'E\u0301'],
    ['李 小龍', '李小'],
    ['(root) -- x', 'RX'],
    ['!!!', ''],
    ['💥 Boom', 'B'],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('a colour', () => {
  it('is always the same for the same person', () => {
    expect(toneOf('0193b2a8-7c55-7e4e-9b1a-5d8f3c2a1b0e')).toBe(
      toneOf('0193b2a8-7c55-7e4e-9b1a-5d8f3c2a1b0e'),
    );
    expect(['a', 'b', 'c', 'd'].map(toneOf)).toEqual(['tone0', 'tone1', 'tone6', 'tone7']);
  });

  it('is spread over people', () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < 4000; at += 1) {
      const tone = toneOf(randomUUID());
      counts.set(tone, (counts.get(tone) ?? 0) + 1);
    }
    for (const tone of tones) expect(counts.get(tone) ?? 0, tone).toBeGreaterThan(300);
  });

  const css = readFileSync(path.join(import.meta.dirname, 'avatar.module.css'), 'utf8');
  const colours = (tone: string, property: string) => {
    const [, rule = ''] = new RegExp(`\\.${tone} \\{([^}]*)\\}`).exec(css) ?? [];
    const found = new RegExp(`(?:^|\\s)${property}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(rule);
    return [found?.[1] ?? '', found?.[2] ?? ''];
  };
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  it.each(tones)('%s has a contrast of 4.5 and more in both themes', (tone) => {
    for (const theme of [0, 1]) {
      const [behind, before] = [colours(tone, 'background')[theme], colours(tone, 'color')[theme]];
      expect(behind && before, tone).toBeTruthy();
      const [dark = 0, light = 0] = [luminance(behind ?? ''), luminance(before ?? '')].toSorted(
        (a, b) => a - b,
      );
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
