import './highlights.css';

export type Mark = { range: Range; hasBody: boolean };

export type HighlightPainter = { paint(marks: readonly Mark[]): void; clear(): void };

/** The browser paints ranges itself: the page's own elements stay as they are. */
const paintByBrowser = (registry: HighlightRegistry): HighlightPainter => ({
  paint(marks) {
    const rangesOf = (hasBody: boolean) =>
      marks.filter((mark) => mark.hasBody === hasBody).map((mark) => mark.range);
    registry.set('reader-mark', new Highlight(...rangesOf(false)));
    registry.set('reader-note', new Highlight(...rangesOf(true)));
  },
  clear() {
    registry.delete('reader-mark');
    registry.delete('reader-note');
  },
});

/** For browsers without the Custom Highlight API: boxes over the words, in a layer of their own. */
const paintByLayer = (): HighlightPainter => {
  const layer = document.body.appendChild(document.createElement('div'));
  layer.className = 'reader-mark-layer';
  layer.ariaHidden = 'true';
  let shown: readonly Mark[] = [];
  const draw = () => {
    const boxes = shown.flatMap(({ range, hasBody }) =>
      [...range.getClientRects()].map((rect) => {
        const box = document.createElement('div');
        box.className = hasBody ? 'reader-note-box' : 'reader-mark-box';
        Object.assign(box.style, {
          left: `${rect.left + window.scrollX}px`,
          top: `${rect.top + window.scrollY}px`,
          width: `${rect.width}px`,
          height: `${rect.height}px`,
        });
        return box;
      }),
    );
    layer.replaceChildren(...boxes);
  };
  // Whatever moves the text (a window, an opened answer, a loaded font) changes the height of the page.
  const observer = new ResizeObserver(draw);
  observer.observe(document.body);
  return {
    paint(marks) {
      shown = marks;
      draw();
    },
    clear() {
      observer.disconnect();
      layer.remove();
    },
  };
};

export const createPainter = (): HighlightPainter =>
  'highlights' in CSS && typeof Highlight === 'function' ? paintByBrowser(CSS.highlights) : paintByLayer();
