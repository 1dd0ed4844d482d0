import Link from 'next/link';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { LabHealth } from '@/lib/labs/find-lab-health';
import { LabHealthNote } from '../lab-health-note';
import { GuestDoor } from './guest-door';
import styles from './lab-page.module.css';
import { InlineText, PlainText } from './plain-text';

/** `path`: where to come back to once the visitor is known. */
type Props = { scenario: ScenarioBrief; health: LabHealth; path: string };

/** What the lab is, for those who are signed out. */
export const LabIntroduction = ({ scenario, health, path }: Props) => {
  return (
    <div className={styles.page}>
      <p className={styles.kicker}>
        Lab · about {scenario.minutes} min · {scenario.tasks.length} tasks · Nginx or HAProxy
      </p>
      <h1>{scenario.title}</h1>
      <div className={styles.lead}>
        <PlainText text={scenario.summary} />
      </div>
      <LabHealthNote health={health} />
      <h2>Afterwards you can</h2>
      <ul>
        {scenario.goals.map((goal) => (
          <li key={goal}>
            <InlineText text={goal} />
          </li>
        ))}
      </ul>
      <h2>What you do</h2>
      <ol>
        {scenario.tasks.map((task) => (
          <li key={task.id}>{task.title}</li>
        ))}
      </ol>
      <p>The containers are yours alone, so the lab has to know who you are. A guest needs no email.</p>
      <div className={styles.doors}>
        <GuestDoor path={path} />
        <Link href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>Sign in</Link>
      </div>
    </div>
  );
};
