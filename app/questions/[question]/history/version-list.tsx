import type { History } from '@/lib/questions/find-history';
import styles from '@/lib/questions/ui/history.module.css';
import { historyHref } from './links';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Who wrote each version and when, the latest first, with what each changed. */
export const VersionList = ({ history }: { history: History }) => (
  <>
    <ol className={styles.versions} reversed>
      {history.versions.map(({ version, author, at }) => (
        <li key={version}>
          <span aria-current={version === history.compared?.to || undefined}>Version {version}</span>
          <span>
            {author ?? 'deleted user'}, <time dateTime={at}>{moment.format(new Date(at))} UTC</time>
          </span>
          {version === 1 ? (
            <span>the first words</span>
          ) : (
            <a href={historyHref(history, { from: version - 1, to: version })}>
              What version {version} changed
            </a>
          )}
        </li>
      ))}
    </ol>
    {history.older !== null && (
      <p>
        <a href={historyHref(history, { before: history.older })} rel="next">
          Older versions
        </a>
      </p>
    )}
  </>
);
