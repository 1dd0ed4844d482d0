import styles from '../ui/form.module.css';
import { AboutChips } from './about-chips';
import type { AskedAbout, useAskDraft } from './use-ask-draft';

export type Places = readonly { title: string; lessons: readonly { key: string; title: string }[] }[];

type Props = { places: Places; draft: ReturnType<typeof useAskDraft>; isWrong: boolean };

const titleOf = (places: Places, lesson: string) =>
  places.flatMap((place) => place.lessons).find(({ key }) => key === lesson)?.title ?? lesson;

const partsOf = ({ heading, headingTitle, passage, run, runTitle }: AskedAbout) =>
  [
    ...(heading ? [`the section “${headingTitle || heading}”`] : []),
    ...(passage ? ['a passage'] : []),
    ...(run ? [runTitle || 'a run of yours'] : []),
  ].join(', ');

/** The lesson or lab that a question is about, with the part of it; what another choice drops is said and can be put back. */
export const PlaceField = ({ places, draft, isWrong }: Props) => {
  const { about, dropped } = draft;
  const parts = dropped && partsOf(dropped);
  return (
    <div className={styles.field}>
      <label htmlFor="lesson">Lesson or lab</label>
      <select
        id="lesson"
        name="lesson"
        value={about.lesson}
        aria-invalid={isWrong || undefined}
        onChange={(event) => draft.choose(event.target.value)}
      >
        <option value="">Choose the lesson or lab that it is about</option>
        {places.map((place) => (
          <optgroup key={place.title} label={place.title}>
            {place.lessons.map(({ key, title: name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <AboutChips about={about} onChange={draft.change} />
      <div role="status">
        {dropped && (
          <p className={styles.hint}>
            Before, this was about “{titleOf(places, dropped.lesson)}”{parts && `: ${parts}`}.{' '}
            <button type="button" className={styles.quiet} onClick={draft.putBack}>
              Put it back
            </button>
          </p>
        )}
      </div>
    </div>
  );
};
