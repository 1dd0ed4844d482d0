'use client';

import { useState } from 'react';
import { FileName, fileLimits, mainFile } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import styles from './editor.module.css';

type Props = {
  balancer: Balancer;
  names: readonly string[];
  current: string | null;
  marked: ReadonlySet<string>;
  onSelect(name: string): void;
  onAdd(name: string): void;
  onRename(from: string, to: string): void;
  onDelete(name: string): void;
};

type Asking = { kind: 'add' } | { kind: 'rename'; from: string } | { kind: 'delete'; name: string };

/** The files of the configuration: choose, add, rename and delete. The main file keeps its name. */
export function FileTabs(props: Props) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { current } = props;
  const isMain = current === mainFile[props.balancer];

  const submit = (name: string) => {
    if (asking?.kind === 'add') props.onAdd(name);
    if (asking?.kind === 'rename') props.onRename(asking.from, name);
    setAsking(null);
  };

  return (
    <>
      <div className={styles.files}>
        <div className={styles.fileList} role="group" aria-label="Files">
          {props.names.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.file}
              aria-pressed={name === current}
              onClick={() => props.onSelect(name)}
            >
              {name}
              {props.marked.has(name) ? <span aria-label=" has a problem"> !</span> : null}
            </button>
          ))}
        </div>
        <div className={styles.fileTools}>
          <button
            type="button"
            className={styles.tool}
            disabled={props.names.length >= fileLimits.maxFiles}
            onClick={() => setAsking({ kind: 'add' })}
          >
            Add file
          </button>
          {current === null || isMain ? null : (
            <>
              <button
                type="button"
                className={styles.tool}
                onClick={() => setAsking({ kind: 'rename', from: current })}
              >
                Rename
              </button>
              <button
                type="button"
                className={styles.tool}
                onClick={() => setAsking({ kind: 'delete', name: current })}
              >
                Delete
              </button>
            </>
          )}
        </div>
      </div>
      {asking?.kind === 'delete' ? (
        <div className={styles.ask} role="group" aria-label="Delete file">
          <span>
            Delete <code>{asking.name}</code>?
          </span>
          <button
            type="button"
            className={styles.tool}
            onClick={() => {
              props.onDelete(asking.name);
              setAsking(null);
            }}
          >
            Delete it
          </button>
          <button type="button" className={styles.tool} onClick={() => setAsking(null)}>
            Keep it
          </button>
        </div>
      ) : asking !== null ? (
        <NameForm
          taken={props.names}
          initial={asking.kind === 'rename' ? asking.from : ''}
          onSubmit={submit}
          onCancel={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

function NameForm(props: {
  taken: readonly string[];
  initial: string;
  onSubmit(name: string): void;
  onCancel(): void;
}) {
  const [name, setName] = useState(props.initial);
  const parsed = FileName.safeParse(name);
  const problem =
    name === '' || name === props.initial
      ? null
      : !parsed.success
        ? (parsed.error.issues[0]?.message ?? 'This name cannot be used.')
        : props.taken.includes(name)
          ? 'There is a file of this name.'
          : null;
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.success && problem === null && name !== props.initial) props.onSubmit(name);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <label>
        File name{' '}
        <input
          className={styles.nameInput}
          value={name}
          placeholder="conf.d/pool.conf"
          autoFocus
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className={styles.tool} disabled={!parsed.success || problem !== null}>
        OK
      </button>
      <button type="button" className={styles.tool} onClick={props.onCancel}>
        Cancel
      </button>
      <span aria-live="polite">{problem}</span>
    </form>
  );
}
