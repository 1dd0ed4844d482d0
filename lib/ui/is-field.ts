/** Whether keys that are pressed there are text, and no shortcuts. */
export const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;
