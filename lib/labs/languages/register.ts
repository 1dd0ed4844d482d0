import type * as Monaco from 'monaco-editor/editor';
import type { Balancer } from '@/labs/protocol/names';
import { directiveMarkdown } from './directive';
import { haproxyEditing, haproxyLanguage, haproxyLanguageId } from './haproxy-language';
import { nginxEditing, nginxLanguage, nginxLanguageId } from './nginx-language';
import { explain, suggest, type Suggestion } from './suggest';

type Monaco = typeof Monaco;

let isRegistered = false;

/** Teaches Monaco both configuration languages, once for the life of the page. */
export function registerLanguages(monaco: Monaco): void {
  if (isRegistered) return;
  isRegistered = true;
  monaco.languages.register({ id: nginxLanguageId });
  monaco.languages.setMonarchTokensProvider(nginxLanguageId, nginxLanguage);
  monaco.languages.setLanguageConfiguration(nginxLanguageId, nginxEditing);
  monaco.languages.register({ id: haproxyLanguageId });
  monaco.languages.setMonarchTokensProvider(haproxyLanguageId, haproxyLanguage);
  monaco.languages.setLanguageConfiguration(haproxyLanguageId, haproxyEditing);
  addHelp(monaco, nginxLanguageId, 'nginx');
  addHelp(monaco, haproxyLanguageId, 'haproxy');
}

export const languageOf: Record<Balancer, string> = { nginx: nginxLanguageId, haproxy: haproxyLanguageId };

function addHelp(monaco: Monaco, language: string, balancer: Balancer): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: [' '],
    provideCompletionItems(model, position) {
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(
        position.lineNumber,
        word.startColumn,
        position.lineNumber,
        word.endColumn,
      );
      const before = model.getValueInRange(new monaco.Range(1, 1, position.lineNumber, word.startColumn));
      const { Keyword, Value } = monaco.languages.CompletionItemKind;
      return {
        suggestions: suggest(balancer, before).map((one: Suggestion) => ({
          label: one.label,
          insertText: one.insert,
          kind: one.directive === null ? Value : Keyword,
          sortText: `${one.fits ? 0 : 1}${one.label}`,
          range,
          ...(one.directive === null
            ? {}
            : { detail: one.directive.syntax, documentation: { value: directiveMarkdown(one.directive) } }),
        })),
      };
    },
  });
  monaco.languages.registerHoverProvider(language, {
    provideHover(model, position) {
      const word = model.getWordAtPosition(position);
      if (word === null) return null;
      const lineBefore = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
      const directive = explain(balancer, word.word, lineBefore);
      return directive === null ? null : { contents: [{ value: directiveMarkdown(directive) }] };
    },
  });
}
