'use client';

import type { ReactNode } from 'react';
import { themeStorageKey } from './theme-script';

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
export const ThemeToggle = ({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) => (
  <button type="button" className={className} onClick={toggle} title="Light or dark">
    {children}
  </button>
);
