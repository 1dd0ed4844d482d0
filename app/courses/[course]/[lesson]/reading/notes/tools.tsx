import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './notes.module.css';

const gap = 10;

/** A small bar of buttons at some words, kept inside the window. Pressing it leaves the selection as it is. */
export const Tools = ({ rect, label, children }: { rect: DOMRect; label: string; children: ReactNode }) => {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = bar.current;
    if (!box) return;
    // A phone shows its own bar above selected words.
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const above = rect.top - box.offsetHeight - gap;
    const below = rect.bottom + gap;
    const top = isTouch || above < 60 ? Math.min(below, window.innerHeight - box.offsetHeight - gap) : above;
    const middle = rect.left + rect.width / 2 - box.offsetWidth / 2;
    const left = Math.max(
      gap,
      Math.min(middle, document.documentElement.clientWidth - box.offsetWidth - gap),
    );
    box.style.top = `${top + window.scrollY}px`;
    box.style.left = `${left + window.scrollX}px`;
  }, [rect]);
  return (
    <div
      ref={bar}
      className={`${styles.tools} no-print`}
      role="toolbar"
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
};
