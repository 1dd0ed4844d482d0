'use client';

import { sendForm } from '@/lib/accounts/client/sign-in-with';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { loadPage } from '@/lib/ui/load-page';
import styles from './delete.module.css';
import { forgetViewer } from './forget-viewer';

type Props = {
  viewer: string;
  name: string;
  confirmation: 'password' | 'name';
  posts: { questions: string; answers: string };
};

const counted = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`;

/** The choice about what one wrote, and the confirmation. */
export const DeleteForm = ({ viewer, name, confirmation, posts }: Props) => (
  <Form
    submit={(fields) => sendForm('/api/accounts/delete', fields, { 'not-confirmed': 'confirmation' })}
    onDone={() => {
      forgetViewer(viewer);
      loadPage('/account/deleted');
    }}
    action="Delete my account for good"
    busy="Deleting…"
  >
    {(problemOf) => (
      <>
        <fieldset className={styles.choice}>
          <legend>What becomes of what you wrote?</legend>
          <p>
            You have {counted(posts.questions, 'question', 'questions')} and{' '}
            {counted(posts.answers, 'answer', 'answers')} that others can read.
          </p>
          {problemOf('posts') && <p className={styles.problem}>{problemOf('posts')}</p>}
          <label>
            <input type="radio" name="posts" value="keep" required />
            <span>
              <strong>Keep my posts as “deleted user”</strong>
              <span>
                Questions, answers and comments stay where they are, with their earlier versions and shared
                lab runs, so that others still find them. Nothing leads from them to you.
              </span>
            </span>
          </label>
          <label>
            <input type="radio" name="posts" value="remove" required />
            <span>
              <strong>Take my posts away</strong>
              <span>
                Your answers and comments go, with the remarks of others on your answers. A question goes if
                nobody else answered it. If somebody did, their answers stay under the words “The person who
                asked took this question away.”; your title, text and its earlier versions go. A question of
                someone else that your answer solved is unsolved again.
              </span>
            </span>
          </label>
        </fieldset>
        {confirmation === 'password' ? (
          <Field
            label="Your password"
            name="confirmation"
            type="password"
            autoComplete="current-password"
            hint="So that nobody else does this in a browser that you left open."
            problem={problemOf('confirmation')}
          />
        ) : (
          <Field
            label="Your name"
            name="confirmation"
            autoComplete="off"
            hint={`Type it as it stands here: ${name}`}
            problem={problemOf('confirmation')}
          />
        )}
        <p>
          <a href="/account">Keep my account</a>
        </p>
      </>
    )}
  </Form>
);
