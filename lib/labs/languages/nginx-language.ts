import type { languages } from 'monaco-editor';
import { nginxDirectives } from './nginx-directives';

export const nginxLanguageId = 'nginx-lab';

const blocks = [
  'http',
  'stream',
  'events',
  'server',
  'upstream',
  'location',
  'map',
  'split_clients',
  'types',
  'if',
  'limit_except',
];

export const nginxLanguage: languages.IMonarchLanguage = {
  defaultToken: '',
  blocks,
  directives: nginxDirectives.map((directive) => directive.name).filter((name) => !blocks.includes(name)),
  tokenizer: {
    root: [
      [/#.*$/, 'comment'],
      [/[{}]/, 'delimiter.bracket'],
      [/;/, 'delimiter'],
      [
        /[A-Za-z_][\w.-]*/,
        {
          cases: {
            '@blocks': { token: 'keyword', next: '@args' },
            '@directives': { token: 'type', next: '@args' },
            '@default': { token: 'identifier', next: '@args' },
          },
        },
      ],
      [/"/, { token: 'string', next: '@double' }],
      [/'/, { token: 'string', next: '@single' }],
      [/[^\s]/, { token: 'identifier', next: '@args' }],
    ],
    args: [
      [/;/, { token: 'delimiter', next: '@pop' }],
      [/[{}]/, { token: 'delimiter.bracket', next: '@pop' }],
      [/#.*$/, 'comment'],
      [/\$\w+|\$\{\w+\}/, 'variable'],
      [/"/, { token: 'string', next: '@double' }],
      [/'/, { token: 'string', next: '@single' }],
      [/\d+(\.\d+){3}(:\d+)?|\[::[\da-f:]*\](:\d+)?/, 'number'],
      [/\d+(ms|[smhdwMykKgG])?(?![\w.-])/, 'number'],
      [/\b(on|off)\b/, 'constant'],
      [/~\*?|\^~|=(?=\s)/, 'operator'],
      [/[a-z_]+(?==)/, 'attribute'],
      [/[^\s;{}$"'#]/, 'text'],
    ],
    double: [
      [/[^\\"$]+/, 'string'],
      [/\$\w+/, 'variable'],
      [/\\./, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/\$/, 'string'],
    ],
    single: [
      [/[^\\'$]+/, 'string'],
      [/\$\w+/, 'variable'],
      [/\\./, 'string.escape'],
      [/'/, { token: 'string', next: '@pop' }],
      [/\$/, 'string'],
    ],
  },
};

export const nginxEditing: languages.LanguageConfiguration = {
  comments: { lineComment: '#' },
  brackets: [['{', '}']],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  wordPattern: /\$?[A-Za-z_][\w.-]*/,
};
