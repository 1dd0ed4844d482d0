import type { Metadata } from 'next';
import { confirmationOf } from '@/lib/accounts/confirm-person';
import { requireViewer } from '@/lib/accounts/require-viewer';
import { countPostsBy } from '@/lib/questions/list-by-author';
import styles from '@/lib/ui/narrow-page.module.css';
import { DeleteForm } from './delete-form';
import prose from './delete.module.css';

export const metadata: Metadata = { title: 'Delete your account' };

const DeletePage = async () => {
  const viewer = await requireViewer('/account/delete');
  const [confirmation, posts] = await Promise.all([confirmationOf(viewer), countPostsBy(viewer.id)]);
  return (
    <div className={styles.page}>
      <h1>Delete your account</h1>
      <p className={styles.lead}>
        It happens at once and cannot be undone. You may want to{' '}
        <a href="/account#data">download your data</a> first.
      </p>
      <div className={prose.words}>
        <h2>What goes in any case</h2>
        <ul>
          <li>Your profile, your email address, your password and every session.</li>
          <li>Your progress, notes, answers to checks, lab files, lab runs and results.</li>
          <li>Your votes: the counts fall by one. What you follow, and what you were told.</li>
          <li>
            What you had deleted before, and with it every earlier version; it cannot be restored any more.
          </li>
        </ul>
        <h2>What stays in any case</h2>
        <ul>
          <li>What others wrote: their answers, and their remarks on what stays.</li>
          <li>Your reports to the moderators, without your name.</li>
          <li>The moderators’ record of what they did.</li>
        </ul>
        <p>
          A lab that is still open runs on until its tab is closed or its time is up; what happens in it is
          kept nowhere.
        </p>
      </div>
      <DeleteForm viewer={viewer.id} name={viewer.name} confirmation={confirmation} posts={posts} />
    </div>
  );
};
export default DeletePage;
