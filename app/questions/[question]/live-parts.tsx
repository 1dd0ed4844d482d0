import { ReadHere } from '@/lib/notifications/client/read-here';
import { listUnreadHere } from '@/lib/notifications/list-unread-here';
import { LiveThread } from '@/lib/questions/client/live-thread';
import { questionPath, type Answer, type Question } from '@/lib/questions/question';

type Props = { question: Question; answers: readonly Answer[]; token: string; viewerId: string | null };

/** What keeps an open thread up to date, and says to the site that it was read. */
export const LiveParts = async ({ question, answers, token, viewerId }: Props) => {
  const shown = answers.map(({ id }) => id);
  const unread = viewerId === null ? [] : await listUnreadHere(viewerId, question.id, shown);
  return (
    <>
      <ReadHere ids={unread} />
      {!question.isDeleted && !question.hidden && (
        <LiveThread
          question={question.id}
          path={questionPath(question)}
          token={token}
          answerCount={question.answerCount}
        />
      )}
    </>
  );
};
