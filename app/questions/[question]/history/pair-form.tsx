import type { History } from '@/lib/questions/find-history';
import styles from '@/lib/questions/ui/history.module.css';
import buttons from '@/lib/ui/button.module.css';

type Props = { history: History; pair: { from: number; to: number } };

/** Any two versions, by a form that works without JavaScript. */
export const PairForm = ({ history, pair }: Props) => {
  const known = history.versions.map(({ version }) => version);
  const versions = [...new Set([...known, pair.to, pair.from])].sort((a, b) => b - a);
  const options = versions.map((version) => (
    <option key={version} value={version}>
      Version {version}
    </option>
  ));
  return (
    <form className={styles.pair} action={`/questions/${history.question.id}/history`}>
      {history.answer !== null && <input type="hidden" name="answer" value={history.answer} />}
      <div>
        <label htmlFor="from">From</label>
        <select id="from" name="from" defaultValue={pair.from}>
          {options}
        </select>
      </div>
      <div>
        <label htmlFor="to">To</label>
        <select id="to" name="to" defaultValue={pair.to}>
          {options}
        </select>
      </div>
      <button className={buttons.secondary}>Compare</button>
    </form>
  );
};
