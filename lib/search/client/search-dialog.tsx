'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { loadPage } from '@/lib/ui/load-page';
import { kindWords } from '../kind-words';
import { MarkedText } from '../marked-text';
import { maxQueryLength, type SearchIndex, type SearchResult } from '../search-index';
import { loadSearchIndex } from './load-index';
import styles from './search-dialog.module.css';

const shown = 12;
const starts = ['layer 7', 'retry budget', 'quorum', 'cache stampede', 'least connections'];

type Loaded = { kind: 'loading' } | { kind: 'ready'; index: SearchIndex } | { kind: 'failed' };

/** Search over the whole site, by keyboard alone. It closes itself; `onClose` hears of it. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => {
    dialog.current?.showModal();
    let isGone = false;
    loadSearchIndex().then(
      (index) => isGone || setLoaded({ kind: 'ready', index }),
      () => isGone || setLoaded({ kind: 'failed' }),
    );
    return () => {
      isGone = true;
    };
  }, []);

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const results = loaded.kind === 'ready' ? loaded.index.search(query, shown) : [];
  const chosen = results[at];
  const search = (text: string) => {
    setQuery(text);
    setAt(0);
  };
  const open = (result: SearchResult, inNewTab: boolean) => {
    if (inNewTab) return void window.open(result.href, '_blank', 'noopener');
    dialog.current?.close();
    loadPage(result.href);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) {
      event.preventDefault();
      setAt((at + step + results.length) % results.length);
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      open(chosen, event.ctrlKey || event.metaKey);
    }
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <form className={styles.form} action="/search">
        <input
          className={styles.input}
          name="q"
          role="combobox"
          aria-label="Search lessons, questions, labs and terms"
          aria-expanded={results.length > 0}
          aria-controls={`${id}list`}
          aria-activedescendant={chosen ? `${id}${at}` : undefined}
          aria-autocomplete="list"
          placeholder="Search lessons, questions, labs and terms"
          autoComplete="off"
          spellCheck={false}
          maxLength={maxQueryLength}
          value={query}
          autoFocus
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.close} onClick={() => dialog.current?.close()}>
          <kbd>Esc</kbd>
          <span className="visually-hidden"> Close the search</span>
        </button>
      </form>
      <ul ref={list} id={`${id}list`} role="listbox" aria-label="Results" className={styles.results}>
        {results.map((result, position) => (
          <li
            key={result.href}
            id={`${id}${position}`}
            role="option"
            aria-selected={position === at}
            className={styles.result}
            onPointerMove={() => setAt(position)}
            onClick={(event) => open(result, event.ctrlKey || event.metaKey)}
          >
            <span className={styles.head}>
              <span className={styles.title}>
                <MarkedText parts={result.title} />
              </span>
              <span className={styles.kind}>
                {kindWords[result.kind]}
                {result.place && result.place !== kindWords[result.kind] ? ` · ${result.place}` : ''}
              </span>
            </span>
            <span className={styles.passage}>
              <MarkedText parts={result.passage} />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Words loaded={loaded} query={query} count={results.length} onTry={search} />
        <p className={styles.keys} aria-hidden="true">
          <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> open
        </p>
      </div>
    </dialog>
  );
}

type WordsProps = { loaded: Loaded; query: string; count: number; onTry: (query: string) => void };

/** What to say besides the results, in every state. */
function Words({ loaded, query, count, onTry }: WordsProps) {
  if (loaded.kind === 'loading') return <p role="status">Loading the index…</p>;
  if (loaded.kind === 'failed') {
    return (
      <p role="status">
        The index could not be loaded. <a href={`/search?q=${encodeURIComponent(query)}`}>Search on a page</a>{' '}
        instead, or close this and try again.
      </p>
    );
  }
  if (query.trim() === '') {
    return (
      <p className={styles.starts}>
        For example{' '}
        {starts.map((start) => (
          <button key={start} type="button" onClick={() => onTry(start)}>
            {start}
          </button>
        ))}
      </p>
    );
  }
  return (
    <p role="status">
      {count === 0
        ? 'Nothing has these words. Try fewer, or the beginning of one.'
        : `${count === shown ? 'The best ' : ''}${count} ${count === 1 ? 'place' : 'places'}`}
    </p>
  );
}
