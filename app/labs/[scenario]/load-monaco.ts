import { registerLanguages } from '@/lib/labs/languages/register';
import { defineThemes } from './editor-theme';

/** Loads Monaco from this site, once; only the workspace ever calls it. */
export async function loadMonaco() {
  window.MonacoEnvironment ??= {
    getWorker: () =>
      new Worker(new URL('monaco-editor/editor/editor.worker.js', import.meta.url), { type: 'module' }),
  };
  const monaco = await import('monaco-editor/editor');
  await import('monaco-editor/features/register.all');
  registerLanguages(monaco);
  defineThemes(monaco);
  return monaco;
}

export type Monaco = Awaited<ReturnType<typeof loadMonaco>>;
