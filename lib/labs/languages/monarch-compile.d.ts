/** Monaco ships no types for the compiler of its grammars. */
declare module 'monaco-editor/editor/standalone/common/monarch/monarchCompile' {
  import type { languages } from 'monaco-editor';
  export function compile(languageId: string, language: languages.IMonarchLanguage): unknown;
}
