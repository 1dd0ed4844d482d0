'use client';

import { themeStorageKey } from './theme-script';
import styles from './header.module.css';

const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};

const toggle = () => {
  const next = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(themeStorageKey, next);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
};

/** Switches between light and dark and remembers it. */
export const ThemeToggle = () => (
  <button type="button" className={styles.theme} onClick={toggle} title="Light or dark">
    <span className="visually-hidden">Switch between light and dark</span>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
    </svg>
  </button>
);
