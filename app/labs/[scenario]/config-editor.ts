import type { editor } from 'monaco-editor/editor';
import type { Diagnostic } from '@/labs/protocol/diagnostics';
import type { Balancer } from '@/labs/protocol/names';
import { languageOf } from '@/lib/labs/languages/register';
import { currentTheme, watchTheme } from './editor-theme';
import type { Monaco } from './load-monaco';

export type ConfigEditorEvents = {
  onEdit(name: string, text: string): void;
  onApply(): void;
  onTabMode(movesFocus: boolean): void;
};

const markerOwner = 'balancer';

/** Monaco over a set of files: a model for each, with its own undo history and scroll position. */
export class ConfigEditor {
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #models = new Map<string, editor.ITextModel>();
  readonly #views = new Map<string, editor.ICodeEditorViewState>();
  readonly #disposals: (() => void)[] = [];
  #balancer: Balancer = 'nginx';
  #shown: string | null = null;
  #isSyncing = false;

  constructor(
    private readonly monaco: Monaco,
    element: HTMLElement,
    private readonly events: ConfigEditorEvents,
  ) {
    this.#editor = monaco.editor.create(element, {
      model: null,
      theme: currentTheme(),
      automaticLayout: true,
      fontFamily: getComputedStyle(element).fontFamily,
      fontSize: 13,
      lineHeight: 20,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      tabSize: 4,
      wordBasedSuggestions: 'off',
      fixedOverflowWidgets: true,
      padding: { top: 8, bottom: 8 },
      renderLineHighlight: 'line',
      lineNumbersMinChars: 3,
      overviewRulerBorder: false,
      scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
      unicodeHighlight: { ambiguousCharacters: true },
    });
    this.#editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => events.onApply());
    const option = monaco.editor.EditorOption.tabFocusMode;
    this.#editor.onDidChangeConfiguration((change) => {
      if (change.hasChanged(option)) events.onTabMode(this.#editor.getOption(option));
    });
    this.#disposals.push(watchTheme(() => monaco.editor.setTheme(currentTheme())));
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  }

  /** Brings the models in line with `files` and shows `name`. Text that is the same already keeps cursor and undo history. */
  show(balancer: Balancer, files: Readonly<Record<string, string>>, name: string | null): void {
    this.#isSyncing = true;
    if (balancer !== this.#balancer) this.#dropModels();
    this.#balancer = balancer;
    for (const [file, text] of Object.entries(files)) this.#sync(file, text);
    for (const file of [...this.#models.keys()]) if (!(file in files)) this.#drop(file);
    this.#isSyncing = false;
    if (name === this.#shown) return;
    this.#remember();
    this.#shown = name;
    const model = name === null ? null : (this.#models.get(name) ?? null);
    this.#editor.setModel(model);
    const view = name === null ? undefined : this.#views.get(name);
    if (view !== undefined) this.#editor.restoreViewState(view);
    this.#editor.updateOptions({ ariaLabel: `${name ?? 'No file'}, configuration of ${balancer}` });
  }

  mark(diagnostics: readonly Diagnostic[]): void {
    const { MarkerSeverity } = this.monaco;
    const severities = {
      error: MarkerSeverity.Error,
      warning: MarkerSeverity.Warning,
      info: MarkerSeverity.Info,
    };
    for (const [file, model] of this.#models) {
      const markers = diagnostics
        .filter((one) => one.file === file && one.line !== null)
        .map((one) => {
          const line = Math.min(one.line ?? 1, model.getLineCount());
          return {
            message: one.message,
            severity: severities[one.severity],
            startLineNumber: line,
            startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
            endLineNumber: line,
            endColumn: model.getLineMaxColumn(line),
          };
        });
      this.monaco.editor.setModelMarkers(model, markerOwner, markers);
    }
  }

  reveal(line: number): void {
    const model = this.#editor.getModel();
    if (model === null) return;
    const lineNumber = Math.min(line, model.getLineCount());
    this.#editor.revealLineInCenter(lineNumber);
    this.#editor.setPosition({ lineNumber, column: model.getLineFirstNonWhitespaceColumn(lineNumber) || 1 });
    this.#editor.focus();
  }

  dispose(): void {
    for (const dispose of this.#disposals) dispose();
    this.#editor.dispose();
    this.#dropModels();
  }

  #sync(file: string, text: string): void {
    const model = this.#models.get(file);
    if (model === undefined) return this.#create(file, text);
    if (model.getValue() === text) return;
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  }

  #create(file: string, text: string): void {
    const model = this.monaco.editor.createModel(text, languageOf[this.#balancer]);
    this.#models.set(file, model);
    model.onDidChangeContent(() => {
      if (!this.#isSyncing) this.events.onEdit(file, model.getValue());
    });
  }

  #remember(): void {
    const view = this.#editor.saveViewState();
    if (this.#shown !== null && view !== null) this.#views.set(this.#shown, view);
  }

  #drop(file: string): void {
    if (file === this.#shown) {
      this.#editor.setModel(null);
      this.#shown = null;
    }
    this.#models.get(file)?.dispose();
    this.#models.delete(file);
    this.#views.delete(file);
  }

  #dropModels(): void {
    for (const file of [...this.#models.keys()]) this.#drop(file);
  }
}
