import { handedParameter, handOver } from '@/lib/questions/client/hand-over';
import { askHref, readPlaceKey } from '@/lib/questions/place-links';
import { sizes } from '@/lib/questions/question';
import { loadPage } from '@/lib/ui/load-page';

const tooLong = `Select at most ${sizes.passage.toLocaleString('en')} characters to ask about them.`;

/**
 * Leads to the form with these words of a lesson (`course/lesson`) quoted. Returns what to tell the reader when they are too
 * many.
 */
export const askAbout = (lesson: string, heading: string | null, words: string): string | null => {
  const passage = words.replaceAll(/\s+/g, ' ').trim();
  if (passage.length > sizes.passage) return tooLong;
  const href = askHref({ ...readPlaceKey(lesson), heading });
  const isKept = handOver({ lesson, heading: heading ?? '', passage });
  loadPage(isKept ? `${href}&${handedParameter}=1` : href);
  return null;
};
