import { lessonPlace } from '@/lib/questions/lesson-place';
import { listAnswersBy, listQuestionsBy } from '@/lib/questions/list-by-author';
import { AnswerList } from '@/lib/questions/ui/answer-list';
import { QuestionList } from '@/lib/questions/ui/question-list';
import { Tabs } from '@/lib/ui/tabs';
import styles from './person.module.css';

type Tab = 'questions' | 'answers';
type Props = { id: string; tab: Tab; after: string | null };

const words: Record<Tab, { name: string; none: string; more: string }> = {
  questions: { name: 'Questions', none: 'No questions yet.', more: 'Older questions' },
  answers: { name: 'Answers', none: 'No answers yet.', more: 'Older answers' },
};

const find = async ({ id, tab, after }: Props) => {
  if (tab === 'answers') {
    const { items, next } = await listAnswersBy(id, after);
    const rows = items.map((row) => ({ ...row, place: lessonPlace(row).title }));
    return { list: rows.length > 0 && <AnswerList rows={rows} />, next };
  }
  const { items, next } = await listQuestionsBy(id, after);
  const rows = items.map((row) => ({ ...row, place: lessonPlace(row) }));
  return { list: rows.length > 0 && <QuestionList rows={rows} />, next };
};

/** What somebody asked or answered, a page at a time. */
export const PersonPosts = async (props: Props) => {
  const { id, tab, after } = props;
  const { list, next } = await find(props);
  const { none, more } = words[tab];
  return (
    <section className={styles.posts} aria-label={words[tab].name}>
      <Tabs
        label="What they wrote"
        tabs={(['questions', 'answers'] as const).map((name) => ({
          href: `/people/${id}${name === 'answers' ? '?tab=answers' : ''}`,
          words: words[name].name,
          isCurrent: name === tab,
        }))}
      />
      {list || <p className={styles.none}>{after ? 'These were all.' : none}</p>}
      {next && (
        <p className={styles.next}>
          <a href={`/people/${id}?${new URLSearchParams({ tab, after: next })}`} rel="next">
            {more}
          </a>
        </p>
      )}
    </section>
  );
};
