import { registerLanguages } from '@/lib/labs/languages/register';
import { defineThemes } from './editor-theme';
import { startEditorWorker } from './start-editor-worker';

/** Loads Monaco from this site, once; only the workspace ever calls it. */
export async function loadMonaco() {
  window.MonacoEnvironment ??= { getWorker: startEditorWorker };
  const monaco = await import('monaco-editor/editor');
  await import('monaco-editor/features/register.all');
  registerLanguages(monaco);
  defineThemes(monaco);
  return monaco;
}

export type Monaco = Awaited<ReturnType<typeof loadMonaco>>;
