import type { Mark } from '@/lib/notes/client/paint-highlights';
import { mapText } from '@/lib/notes/client/text-map';
import type { Note } from '@/lib/notes/note';
import { describeQuote, findQuote, type Stretch } from '@/lib/notes/quote';
import { currentHeading, headings } from '../reading';

/** Where notes are in the lesson as it stands. */
export type Passages = ReturnType<typeof createPassages>;

export const createPassages = (lesson: string, root: HTMLElement) => {
  let map = mapText(root);
  const placed = new Map<string, { note: Note; stretch: Stretch; range: Range }>();

  const headingOf = (range: Range) =>
    headings().findLast(
      (heading) => range.comparePoint(heading, 0) < 0 || heading.contains(range.startContainer),
    );

  return {
    /** Looks every note's passage up in the text. */
    place(notes: readonly Note[]) {
      map = mapText(root);
      placed.clear();
      for (const note of notes) {
        const stretch = findQuote(map.text, note.quote);
        const range = stretch && map.rangeOf(stretch);
        if (range) placed.set(note.id, { note, stretch, range });
      }
    },
    marks: (): Mark[] =>
      [...placed.values()].map(({ note, range }) => ({ range, hasBody: note.body !== '' })),
    /** Where the note's passage begins; undefined when the lesson no longer holds it. */
    positionOf: (note: Note) => placed.get(note.id)?.stretch.start,
    rectOf: (stretch: Stretch) => map.rangeOf(stretch)?.getBoundingClientRect() ?? new DOMRect(),
    /** The selected words, if they are words of the lesson. */
    selected(): Stretch | null {
      const selection = getSelection();
      if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      return root.contains(range.startContainer) && root.contains(range.endContainer)
        ? map.stretchOf(range)
        : null;
    },
    /** The heading of the section that is being read. */
    section(): Stretch | null {
      const heading = currentHeading();
      if (!heading) return null;
      const range = document.createRange();
      range.selectNodeContents(heading);
      return map.stretchOf(range);
    },
    draft(stretch: Stretch): Note {
      const now = new Date().toISOString();
      const range = map.rangeOf(stretch);
      return {
        id: newId(),
        lesson,
        heading: (range && headingOf(range)?.id) ?? null,
        quote: describeQuote(map.text, stretch),
        body: '',
        createdAt: now,
        updatedAt: now,
      };
    },
    /** The words themselves, with the interview question or the heading that they stand under. */
    wordsOf(stretch: Stretch): { words: string; heading: string | null } {
      const range = map.rangeOf(stretch);
      const asked = range?.startContainer.parentElement?.closest('[data-answer]');
      return {
        words: map.text.slice(stretch.start, stretch.end),
        heading: asked?.id ?? ((range && headingOf(range)?.id) || null),
      };
    },
    noteAt(x: number, y: number): Note | undefined {
      const isUnder = ({ range }: { range: Range }) =>
        [...range.getClientRects()].some(
          (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
        );
      return [...placed.values()].findLast(isUnder)?.note;
    },
    /** Scrolls to the passage and selects it; a closed answer that holds it is opened. */
    show(note: Note) {
      const range = placed.get(note.id)?.range;
      const element = range?.startContainer.parentElement;
      if (!range || !element) return;
      for (let box = element.closest('details'); box; box = box.parentElement?.closest('details') ?? null)
        box.open = true;
      element.scrollIntoView({ block: 'center' });
    },
  };
};

/** `crypto.randomUUID` exists on HTTPS and localhost only. */
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
