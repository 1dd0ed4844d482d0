import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt';

describe('an excerpt', () => {
  it('is the words without the marks around them', () => {
    expect(
      excerptOf(
        '## Why\n\n- It **ends** TLS at `app_1`, see [the lesson](/courses/x).\n\n```nginx\nlisten 443 ssl;\n```',
      ),
    ).toBe('Why It ends TLS at app_1, see the lesson. listen 443 ssl;');
  });

  it('keeps what only looks like marks', () => {
    expect(excerptOf('2 * 3 = 6 and snake_case_name <b>')).toBe('2 * 3 = 6 and snake_case_name <b>');
  });

  it('ends between words, and never inside a character', () => {
    const cut = excerptOf('🦊'.repeat(200));
    expect([...cut]).toHaveLength(161);
    expect(excerptOf('word '.repeat(60))).toMatch(/word…$/);
  });
});
