import { findPerson } from '@/lib/accounts/find-person';
import { aboutLength } from '@/lib/accounts/forms';
import type { Viewer } from '@/lib/accounts/viewer';
import { Avatar } from '@/lib/ui/avatar';
import { ProfileForm } from './profile-form';
import styles from './account.module.css';

/** Who one is to others. */
export const ProfileSection = async ({ viewer }: { viewer: Viewer }) => {
  const person = await findPerson(viewer.id);
  return (
    <section className={styles.section} aria-labelledby="profile">
      <h2 id="profile">Profile</h2>
      <p className={styles.person}>
        <Avatar id={viewer.id} name={viewer.name} size="large" />
        <span>
          {viewer.name}
          <br />
          <a href={`/people/${viewer.id}`}>Your public page</a>
        </span>
      </p>
      <ProfileForm name={viewer.name} about={person?.about ?? ''} aboutLength={aboutLength} />
    </section>
  );
};
