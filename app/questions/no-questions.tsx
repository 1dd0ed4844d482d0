import buttons from '@/lib/ui/button.module.css';
import { signInHref } from '@/lib/questions/ui/sign-in-first';
import styles from './questions.module.css';
import { hrefOf, type Wanted } from './wanted';

type Props = { wanted: Wanted; isSignedIn: boolean; askHref: string };

const wordsFor = ({ tab, query, lessons, after }: Wanted, isSignedIn: boolean) => {
  if (query) return 'No question has these words. Try fewer of them, or ask.';
  if (after) return 'These were all.';
  if (tab === 'mine') return isSignedIn ? 'You have asked nothing yet.' : 'Sign in to see what you asked.';
  if (tab === 'following')
    return isSignedIn
      ? 'You follow no question here. Press “Follow” on one, and what others add to it is told to you.'
      : 'Sign in to see what you follow.';
  if (tab === 'unanswered') return 'Every question here has an answer.';
  return lessons
    ? 'Nobody has asked about this yet. Be the first to ask.'
    : 'Nobody has asked anything yet. Be the first to ask.';
};

/** Why a list is empty, and the next step. */
export const NoQuestions = ({ wanted, isSignedIn, askHref }: Props) => (
  <div className={styles.empty}>
    <p>{wordsFor(wanted, isSignedIn)}</p>
    {wanted.tab === 'unanswered' && !wanted.query ? (
      <a className={buttons.secondary} href={hrefOf(wanted, { tab: 'newest' })}>
        Show all questions
      </a>
    ) : (
      <a className={buttons.secondary} href={isSignedIn ? askHref : signInHref(askHref)}>
        Ask a question
      </a>
    )}
  </div>
);
