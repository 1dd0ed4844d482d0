/** Escape puts away the definition that covers the text; it may come back when the reader returns to its word. */
export const dismissDefinitions = () => {
  for (const term of document.querySelectorAll<HTMLElement>('[data-term]:is(:hover, :focus-within)')) {
    term.dataset.dismissed = '';
    const restore = () => delete term.dataset.dismissed;
    term.addEventListener('pointerleave', restore, { once: true });
    term.addEventListener('focusout', restore, { once: true });
  }
};
