import { describe, expect, it } from 'vitest';
import { usedStyles } from './used-styles';

const used = (css: string, ...classes: string[]) => usedStyles(css, new Set(classes));

describe('the styles that a page uses', () => {
  it('are those of its classes and those that ask for none, in their order', () => {
    expect(used('.b{a:1}:root{a:2}.a{a:3}p a{a:4}', 'a')).toBe(':root{a:2}.a{a:3}p a{a:4}');
  });

  it('need every class of a selector, and one selector of a list', () => {
    expect(used('.a .b{a:1}.a.c{a:2}.a>.c,.b,.c:hover{a:3}', 'a', 'c')).toBe('.a.c{a:2}.a>.c,.c:hover{a:3}');
  });

  it('take no account of what a pseudo-class lists, nor of attributes that a script may set', () => {
    const css = '.a:not(.x){a:1}.a:is(.x,.y){a:2}.a:has(.x){a:3}:root[data-theme=dark] .a{a:4}';
    expect(used(css, 'a')).toBe(css);
  });

  it('keep what stands in a medium, a layer or frames, and leave no empty ones', () => {
    expect(used('@media print{.b{a:1}@supports (a:b){.b{a:2}}}@media print{.a{a:3}}', 'a')).toBe(
      '@media print{.a{a:3}}',
    );
    const frames = '@keyframes x{0%{a:1}50.5%{a:2}to{a:3}}@font-face{a:4}@layer base;';
    expect(used(frames)).toBe(frames);
  });

  it('reach nested rules', () => {
    expect(used('.a{a:1;& .b{a:2}&:hover{a:3}}', 'a')).toBe('.a{a:1;&:hover{a:3}}');
  });

  it('understand a class with signs in its name', () => {
    expect(used('.\\31 a\\:b{a:1}', '1a:b')).toBe('.\\31 a\\:b{a:1}');
  });

  it('are an error when the stylesheet is none', () => {
    expect(() => used('.a{')).toThrow('Unclosed block');
  });
});
