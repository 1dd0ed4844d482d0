import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { editAnswer, editQuestion } from '@/lib/questions/edit-post';
import { setVote } from '@/lib/questions/set-vote';
import { valueOf } from './outcomes';
import { newAccount } from './people';
import { answer, ask, comment } from './posts';

/** Somebody's words in every place where words can be, among those of others. */
export const wroteEverywhere = async () => {
  const [me, other] = [await newAccount(), await newAccount()];
  /** In every text of mine, and in no other. */
  const secret = `secret${randomUUID().slice(0, 8)}`;
  const alone = await ask(me, { title: `A question of mine, ${secret}`, body: `${secret} alone` });
  const asked = await ask(me, { title: `A question of mine, ${secret}, answered`, body: `${secret} asked` });
  const change = { title: 'A question of mine with answers', body: `${secret} asked again`, version: 1 };
  valueOf(await editQuestion(me, asked, change));
  const theirAnswer = await answer(other, asked, 'An answer of theirs');
  const myAnswerToMine = await answer(me, asked, `${secret} answer to mine`);
  valueOf(await acceptAnswer(me.viewer.id, asked, theirAnswer));
  const theirs = await ask(other, { title: 'A question of somebody else’s' });
  const myAnswer = await answer(me, theirs, `${secret} answer`);
  valueOf(await editAnswer(me, myAnswer, { body: `${secret} answer again`, version: 1 }));
  valueOf(await acceptAnswer(other.viewer.id, theirs, myAnswer));
  const myComment = await comment(me, theirs, null, `${secret} comment`);
  const theirComment = await comment(other, theirs, myAnswer, 'A remark of theirs');
  valueOf(await setVote(me, 'question', theirs, true));
  valueOf(await setVote(me, 'answer', theirAnswer, true));
  valueOf(await setVote(other, 'answer', myAnswer, true));
  valueOf(await setVote(other, 'question', asked, true));
  return {
    ...{ me, other, secret, alone, asked, theirs },
    ...{ theirAnswer, myAnswerToMine, myAnswer, myComment, theirComment },
  };
};

/** Every text of the database that holds these words, with the table. */
export const findWords = (words: string) => db().$queryRaw<unknown[]>`
  SELECT 'Question' AS "table" FROM "Question" WHERE "title" || "body" LIKE ${`%${words}%`}
  UNION ALL SELECT 'Answer' FROM "Answer" WHERE "body" LIKE ${`%${words}%`}
  UNION ALL SELECT 'Comment' FROM "Comment" WHERE "body" LIKE ${`%${words}%`}
  UNION ALL SELECT 'Revision' FROM "Revision" WHERE COALESCE("title", '') || "body" LIKE ${`%${words}%`}`;
