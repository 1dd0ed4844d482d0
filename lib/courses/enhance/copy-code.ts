const shownMs = 2000;

const select = (node: Node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
};

/** Puts a button on a block of code that copies it. Where the browser forbids that (no HTTPS), the code is selected instead. */
export const enhanceCode = (figure: HTMLElement) => {
  const code = figure.querySelector('pre > code');
  if (!code) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-copy';
  button.textContent = 'Copy';
  const said = document.createElement('span');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  let timer = 0;
  const say = (words: string) => {
    button.textContent = words;
    said.textContent = words;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = 'Copy';
      said.textContent = '';
    }, shownMs);
  };
  button.addEventListener('click', () => {
    const copied = navigator.clipboard?.writeText(code.textContent ?? '') ?? Promise.reject();
    copied.then(
      () => say('Copied'),
      () => {
        select(code);
        say('Selected: copy it by keyboard');
      },
    );
  });
  (figure.querySelector(':scope > figcaption') ?? figure).append(button, said);
};
