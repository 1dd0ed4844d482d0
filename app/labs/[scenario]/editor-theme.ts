import type * as Monaco from 'monaco-editor/editor';

/** The site's tokens as Monaco takes them (hex only). Red is left to failed requests, so an error here is ochre. */
const themes = {
  light: {
    base: 'vs',
    ink: '182028',
    muted: '59646f',
    accent: '0b6b5d',
    name: '0a4f86',
    text: '7a4a00',
    value: '7d2e76',
    paper: '#fcfcfb',
    line: '#f1f3f2',
    gutter: '#5f6a74',
    problem: '#9a6a00',
    select: '#cfe6e1',
  },
  dark: {
    base: 'vs-dark',
    ink: 'dfe4ea',
    muted: '8792a0',
    accent: '5ccab2',
    name: '7fc1f0',
    text: 'e9bd72',
    value: 'dc9ad5',
    paper: '#12161b',
    line: '#191e25',
    gutter: '#8792a0',
    problem: '#e0b040',
    select: '#24433f',
  },
} as const;

export function defineThemes(monaco: typeof Monaco): void {
  for (const [name, colours] of Object.entries(themes)) {
    monaco.editor.defineTheme(`lab-${name}`, {
      base: colours.base,
      inherit: true,
      rules: [
        { token: '', foreground: colours.ink },
        { token: 'comment', foreground: colours.muted, fontStyle: 'italic' },
        { token: 'keyword', foreground: colours.accent, fontStyle: 'bold' },
        { token: 'type', foreground: colours.name },
        { token: 'attribute', foreground: colours.name },
        { token: 'string', foreground: colours.text },
        { token: 'variable', foreground: colours.value },
        { token: 'number', foreground: colours.value },
        { token: 'constant', foreground: colours.value },
      ],
      colors: {
        'editor.background': colours.paper,
        'editor.lineHighlightBackground': colours.line,
        'editorLineNumber.foreground': colours.gutter,
        'editor.selectionBackground': colours.select,
        'editorError.foreground': colours.problem,
        'editorWarning.foreground': colours.gutter,
        'editorOverviewRuler.errorForeground': colours.problem,
        'editorMarkerNavigationError.background': colours.problem,
        focusBorder: `#${colours.accent}`,
      },
    });
  }
}

/** The theme in force: the learner's choice on the page, else the system's. */
export function currentTheme(): 'lab-light' | 'lab-dark' {
  const chosen = document.documentElement.dataset.theme;
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'lab-dark' : 'lab-light';
}

/** Calls back when the theme changes, on the page or in the system. */
export function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', onChange);
  };
}
