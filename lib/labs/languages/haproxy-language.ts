import type { languages } from 'monaco-editor';
import { haproxyKeywords } from './haproxy-keywords';

export const haproxyLanguageId = 'haproxy-lab';

const sections = haproxyKeywords.filter((one) => one.contexts.includes('file')).map((one) => one.name);
const named = (context: string) =>
  haproxyKeywords.filter((one) => one.contexts.includes(context)).map((one) => one.name);
const statements = haproxyKeywords
  .filter((one) => !['file', 'option', 'server'].includes(one.contexts[0] ?? ''))
  .map((one) => one.name)
  .filter((name) => !name.includes(' '));

export const haproxyLanguage: languages.IMonarchLanguage = {
  defaultToken: '',
  sections,
  statements,
  parameters: [
    ...named('server'),
    ...named('option'),
    'if',
    'unless',
    'or',
    'ssl',
    'crt',
    'verify',
    'insert',
    'indirect',
    'nocache',
  ],
  tokenizer: {
    root: [
      [
        /(?:global|defaults|frontend|backend|listen|resolvers|peers)(?![\w-])/,
        { token: 'keyword', next: '@args' },
      ],
      [/#.*$/, 'comment'],
      [
        /[a-z][\w.-]*/,
        {
          cases: {
            '@statements': { token: 'type', next: '@args' },
            '@default': { token: 'identifier', next: '@args' },
          },
        },
      ],
      [/[^\s]/, { token: 'identifier', next: '@args' }],
    ],
    args: [
      [/^(?=.)/, { token: '', next: '@pop' }],
      [/\\\s*$/, 'delimiter'],
      [/#.*$/, 'comment'],
      [/"/, { token: 'string', next: '@double' }],
      [/'[^']*'?/, 'string'],
      [/%\[[^\]]*\]|%[A-Za-z]+/, 'variable'],
      [/[{}]/, 'delimiter.bracket'],
      [/\d+(\.\d+){3}(:\d+)?/, 'number'],
      [/\*?:\d+/, 'number'],
      [/\d+(us|ms|[smhdk])?(?![\w.-])/, 'number'],
      [/[A-Za-z][\w.-]*/, { cases: { '@parameters': 'attribute', '@default': 'text' } }],
      [/[^\s]/, 'text'],
    ],
    double: [
      [/[^\\"%]+/, 'string'],
      [/%\[[^\]]*\]/, 'variable'],
      [/\\./, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/%/, 'string'],
    ],
  },
};

export const haproxyEditing: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [['{', '}']],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
  ],
  wordPattern: /[A-Za-z][\w.-]*/,
  indentationRules: {
    increaseIndentPattern: /^\s*(global|defaults|frontend|backend|listen|resolvers|peers)\b/,
    decreaseIndentPattern: /^$a/,
  },
};
