import { useState } from 'react';
import { readDraft } from './draft';
import { forgetHanded, readHanded } from './hand-over';
import { useDraft } from './use-draft';

/** What a question is about. `lesson` is `course/lesson` or `labs/scenario`; all may be empty, and titles are for people. */
export type AskedAbout = {
  lesson: string;
  heading: string;
  headingTitle: string;
  passage: string;
  run: string;
  runTitle: string;
};

/** Where the asker comes from. `isQuoting`: words of the lesson were handed over. */
export type Arrival = Omit<AskedAbout, 'passage'> & { isQuoting: boolean };

const form = 'question';
const nothing: AskedAbout = {
  lesson: '',
  heading: '',
  headingTitle: '',
  passage: '',
  run: '',
  runTitle: '',
};
const empty = { ...nothing, title: '', body: '' };

const aboutOf = (fields: Record<string, string>): AskedAbout => {
  const read = (name: keyof AskedAbout) => fields[name] ?? '';
  return {
    lesson: read('lesson'),
    heading: read('heading'),
    headingTitle: read('headingTitle'),
    passage: read('passage'),
    run: read('run'),
    runTitle: read('runTitle'),
  };
};

const keyOf = ({ lesson, heading, passage, run }: AskedAbout) =>
  JSON.stringify([lesson, heading, passage, run]);
const hasWords = (fields: Record<string, string>) => Boolean(fields.title || fields.body);

/** What the asker arrives with, and what an older draft was about that gives way to it. */
const arrive = ({ isQuoting, ...place }: Arrival) => {
  const kept = readDraft(form, empty).fields;
  if (place.lesson === '') return { about: null, gaveWay: null };
  const about = { ...place, passage: isQuoting ? readHanded(place.lesson, place.heading) : '' };
  const older = aboutOf(kept);
  const isOther = hasWords(kept) && older.lesson !== '' && keyOf(older) !== keyOf(about);
  return { about, gaveWay: isOther ? older : null };
};

/**
 * The draft of a question. Somebody who arrives with a place asks about that place: the words of an older draft stay, what it
 * was about gives way and can be put back. With the first change the draft holds the place, and the address no longer does.
 */
export const useAskDraft = (arrival: Arrival) => {
  const [{ about: arrived, gaveWay }] = useState(() => arrive(arrival));
  const [dropped, setDropped] = useState(gaveWay);
  const draft = useDraft(form, empty, (kept) =>
    arrived ? { ...kept, fields: { ...kept.fields, ...arrived } } : kept,
  );
  const about = aboutOf(draft.fields);
  const change = (fields: Record<string, string>) => {
    draft.changeAll(fields);
    if (!arrived || window.location.search === '') return;
    forgetHanded();
    window.history.replaceState(null, '', window.location.pathname);
  };
  return {
    about,
    title: draft.fields.title ?? '',
    body: draft.fields.body ?? '',
    submission: draft.submission,
    isKept: hasWords(draft.fields),
    clear: draft.clear,
    change,
    /** What it is no longer about, until it is put back. */
    dropped,
    /** Another lesson or lab has other sections, passages and runs. */
    choose: (lesson: string) => {
      if (about.heading || about.passage || about.run) setDropped(about);
      change({ ...nothing, lesson });
    },
    putBack: () => {
      if (dropped) change(dropped);
      setDropped(null);
    },
  };
};
