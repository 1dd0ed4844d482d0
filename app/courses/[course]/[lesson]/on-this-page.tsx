'use client';

import { useEffect, useRef } from 'react';
import type { Outline } from '@/lib/courses/course-schema';
import styles from './on-this-page.module.css';

/** The heading that was last scrolled past the upper third of the window. */
const findCurrent = (ids: readonly string[]) => {
  const line = window.innerHeight / 3;
  const passed = ids.filter(
    (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < line,
  );
  return passed.at(-1) ?? ids[0];
};

/** The lesson's headings; the one being read is marked as the reader scrolls. Without JavaScript it is a plain list of links. */
export const OnThisPage = ({ outline }: { outline: Outline }) => {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const ids = outline.map((heading) => heading.id);
    let frame = 0;
    const mark = () => {
      frame = 0;
      const current = findCurrent(ids);
      for (const link of list.current?.querySelectorAll('a') ?? []) {
        if (link.hash === `#${current}`) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(mark);
    };
    mark();
    window.addEventListener('scroll', schedule, { passive: true });
    window.addEventListener('resize', schedule);
    return () => {
      window.removeEventListener('scroll', schedule);
      window.removeEventListener('resize', schedule);
      cancelAnimationFrame(frame);
    };
  }, [outline]);
  return (
    <nav className={styles.outline} aria-label="On this page">
      <p className={styles.title}>On this page</p>
      <ol ref={list}>
        {outline.map((heading) => (
          <li key={heading.id} className={heading.depth === 3 ? styles.deeper : undefined}>
            <a href={`#${heading.id}`}>{heading.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
