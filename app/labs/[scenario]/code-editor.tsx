'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Diagnostic } from '@/labs/protocol/diagnostics';
import { fileLimits } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import { ConfigEditor } from './config-editor';
import styles from './editor.module.css';
import { loadMonaco } from './load-monaco';

export type Reveal = { line: number; count: number };

type Props = {
  balancer: Balancer;
  files: Readonly<Record<string, string>>;
  name: string | null;
  diagnostics: readonly Diagnostic[];
  reveal: Reveal | null;
  onEdit(name: string, text: string): void;
  onApply(): void;
  /** A paste that no file can hold was kept out: the editor would freeze over it. */
  onOversizePaste(): void;
};

/** The editor island. Monaco is loaded when it is first shown, and disposed with it. */
export function CodeEditor(props: Props) {
  const { balancer, files, name, diagnostics, reveal } = props;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<ConfigEditor | null>(null);
  const [problem, setProblem] = useState(false);
  const [movesFocus, setMovesFocus] = useState(false);
  const onEdit = useEffectEvent((file: string, text: string) => props.onEdit(file, text));
  const onApply = useEffectEvent(() => props.onApply());

  useEffect(() => {
    let isGone = false;
    let made: ConfigEditor | null = null;
    loadMonaco().then(
      (monaco) => {
        if (isGone || host.current === null) return;
        made = new ConfigEditor(monaco, host.current, { onEdit, onApply, onTabMode: setMovesFocus });
        setEditor(made);
      },
      () => setProblem(true),
    );
    return () => {
      isGone = true;
      made?.dispose();
      setEditor(null);
    };
  }, []);

  useEffect(() => {
    editor?.show(balancer, files, name);
    editor?.mark(diagnostics);
  }, [editor, balancer, files, name, diagnostics]);

  useEffect(() => {
    if (reveal !== null) editor?.reveal(reveal.line);
  }, [editor, reveal]);

  const keepOversizeOut = (event: React.ClipboardEvent) => {
    if (event.clipboardData.getData('text/plain').length <= fileLimits.maxFileBytes) return;
    event.preventDefault();
    event.stopPropagation();
    props.onOversizePaste();
  };

  return (
    <div className={styles.editorFrame}>
      <div ref={host} className={styles.editorHost} hidden={name === null} onPasteCapture={keepOversizeOut} />
      {editor === null && !problem ? <p className={styles.waiting}>Loading the editor…</p> : null}
      {problem ? (
        <p className={styles.waiting}>
          The editor could not be loaded. Reload the page; your files are kept.
        </p>
      ) : null}
      <p className={styles.tabHint}>
        {movesFocus ? 'Tab moves on' : 'Tab indents'} · <kbd>Ctrl</kbd>+<kbd>M</kbd> changes that
      </p>
    </div>
  );
}
