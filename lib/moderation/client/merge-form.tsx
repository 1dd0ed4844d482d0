import { useEffect, useState } from 'react';
import { listAt, numberAt, send, textAt } from '@/lib/questions/client/send';
import { useSubmission } from '@/lib/questions/client/use-submission';
import { readId } from '@/lib/questions/question';
import forms from '@/lib/questions/ui/form.module.css';
import { actButtons } from '../act-buttons';
import { wordsToAuthor, wordsToReporter } from '../acts';
import { flagReasons } from '../reasons';
import styles from '../ui/case.module.css';
import type { Subject } from './act-form';
import { ReasonForm } from './reason-form';

type Candidate = { id: number; title: string; href: string; answerCount: number };
type Props = { subject: Subject; onClose: () => void; onDone: () => void };

const readCandidate = (raw: unknown): Candidate[] => {
  const [id, title, href] = [numberAt(raw, 'id'), textAt(raw, 'title'), textAt(raw, 'href')];
  return id && title && href ? [{ id, title, href, answerCount: numberAt(raw, 'answerCount') ?? 0 }] : [];
};

/** Questions that may say the same; null while they are looked for. */
const useCandidates = (question: number) => {
  const [found, setFound] = useState<Candidate[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void send('GET', `/api/moderation/questions/${question}/candidates`).then((answer) => {
      if (isCurrent) setFound(answer.ok ? listAt(answer.value, 'questions').flatMap(readCandidate) : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [question]);
  return found;
};

/** The number in what was typed or pasted: 12, or an address of a question. */
const numberIn = (text: string) => readId(/questions\/([^?#]+)/.exec(text)?.[1] ?? text.trim());

/** Merges a question into one that is found by the search, or named by its number or address. */
export const MergeForm = ({ subject, onClose, onDone }: Props) => {
  const candidates = useCandidates(subject.id);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState(flagReasons.duplicate.said);
  const into = numberIn(typed);
  const title = candidates?.find(({ id }) => id === into)?.title ?? (into ? `question ${into}` : '…');
  const submission = useSubmission(
    async () =>
      into === null
        ? {
            ok: false,
            code: 'invalid:into',
            message: 'Say into which question, by its number or its address.',
          }
        : send('PUT', `/api/moderation/questions/${subject.id}/merged`, { into, reason: reason.trim() }),
    onDone,
  );
  const toAuthor = wordsToAuthor('merge', 'question', reason.trim(), title);
  const name = `into-${subject.id}`;
  return (
    <ReasonForm
      {...submission}
      name={`merge-${subject.id}`}
      asks={actButtons.merge.asks}
      isNeeded
      reason={reason}
      onReason={setReason}
      action="Merge"
      onClose={onClose}
      told={[
        ...(toAuthor ? [['The author reads', toAuthor] as const] : []),
        ...(subject.seen > 0
          ? [['Those who reported it read', wordsToReporter('merge', 'question', '')] as const]
          : []),
      ]}
    >
      <div className={forms.field}>
        <label htmlFor={name}>Into which question? Its number or address</label>
        <input
          id={name}
          name="into"
          value={typed}
          autoComplete="off"
          // The person has just asked for this field.
          ref={(field) => {
            if (field && !field.dataset.shown) field.focus();
            if (field) field.dataset.shown = '';
          }}
          aria-invalid={submission.problem?.code === 'invalid:into' || undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <fieldset className={styles.candidates} aria-busy={candidates === null}>
        <legend className={forms.hint}>
          {candidates === null
            ? 'Looking for questions that resemble it…'
            : candidates.length === 0
              ? 'No other question resembles it.'
              : 'These resemble it'}
        </legend>
        {candidates?.map(({ id, title: asked, href, answerCount }) => (
          <label key={id}>
            <input
              type="radio"
              name="candidate"
              checked={into === id}
              onChange={() => setTyped(String(id))}
            />
            <span>
              {asked}{' '}
              <span className={forms.hint}>
                {answerCount === 1 ? '1 answer' : `${answerCount} answers`},{' '}
                <a href={href} target="_blank" rel="noopener">
                  read it<span className="visually-hidden"> (opens in a new tab)</span>
                </a>
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </ReasonForm>
  );
};
