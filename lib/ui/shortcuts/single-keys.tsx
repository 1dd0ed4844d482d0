import { useState } from 'react';
import { hasSingleKeys, setSingleKeys } from '@/lib/ui/key-settings';
import styles from './single-keys.module.css';

/** Switches keys that are a single letter: who dictates would press them by speaking (WCAG 2.1.4). */
export const SingleKeysSetting = () => {
  const [isOn, setOn] = useState(hasSingleKeys);
  return (
    <label className={styles.setting}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          setSingleKeys(target.checked);
          setOn(target.checked);
        }}
      />
      <span>Use these keys. Switch them off if you dictate; the buttons do the same.</span>
    </label>
  );
};
