'use client';

import { useState } from 'react';
import { mainFile } from '@/labs/protocol/files';
import { CodeEditor, type Reveal } from './code-editor';
import { DiagnosticsList } from './diagnostics-list';
import styles from './editor.module.css';
import { FileTabs } from './file-tabs';
import { Panel } from './panel';
import { SaveState } from './save-state';
import { useIsReady, useFiles, usePage, useWorkspace } from './session-context';
import { StatusLine } from './status-line';
import workspace from './workspace.module.css';

const none = [] as const;

export function EditorPanel() {
  const { session } = useWorkspace();
  const { balancer, ...sets } = useFiles((state) => state.files);
  const isReady = useIsReady();
  const isApplying = usePage((page) => page.isApplying);
  const diagnostics = usePage((page) => page.diagnostics);
  const [selected, setSelected] = useState<string>(mainFile[balancer]);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const [isResetting, setIsResetting] = useState(false);
  const files = sets[balancer];
  const names = Object.keys(files);
  const main = mainFile[balancer];
  const current = selected in files ? selected : main in files ? main : (names[0] ?? null);
  const messages = diagnostics.balancer === balancer ? diagnostics.list : none;
  const { dispatch } = session.files;

  const jump = (file: string, line: number) => {
    if (file in files) setSelected(file);
    setReveal((before) => ({ line, count: (before?.count ?? 0) + 1 }));
  };

  return (
    <Panel name="Configuration editor" tools={<SaveState />} flush>
      <div className={styles.layout}>
        <FileTabs
          balancer={balancer}
          names={names}
          current={current}
          marked={new Set(messages.filter((one) => one.severity === 'error').map((one) => one.file))}
          onSelect={setSelected}
          onAdd={(name) => {
            dispatch({ type: 'added', name, text: '' });
            setSelected(name);
          }}
          onRename={(from, to) => {
            dispatch({ type: 'renamed', from, to });
            setSelected(to);
          }}
          onDelete={(name) => dispatch({ type: 'deleted', name })}
        />
        <CodeEditor
          balancer={balancer}
          files={files}
          name={current}
          diagnostics={messages}
          reveal={reveal}
          onEdit={(name, text) => dispatch({ type: 'edited', name, text })}
          onApply={() => void session.apply()}
          onOversizePaste={() =>
            session.tell('error', 'Nothing was pasted: a file holds at most 256 KiB. Paste a part of it.')
          }
        />
        <DiagnosticsList diagnostics={messages} onJump={jump} />
        <div className={styles.actions}>
          <button
            type="button"
            className={workspace.primary}
            disabled={!isReady || isApplying}
            aria-keyshortcuts="Control+S Meta+S"
            title="Ctrl+S or ⌘S"
            onClick={() => void session.apply()}
          >
            Apply
          </button>
          <StatusLine />
          {isResetting ? (
            <span className={styles.confirm} role="group" aria-label="Reset files">
              Put the start files of this balancer back?
              <button
                type="button"
                className={workspace.button}
                onClick={() => {
                  setIsResetting(false);
                  void session.reset();
                }}
              >
                Yes, reset
              </button>
              <button type="button" className={workspace.button} onClick={() => setIsResetting(false)}>
                No
              </button>
            </span>
          ) : (
            <button type="button" className={workspace.button} onClick={() => setIsResetting(true)}>
              Reset files
            </button>
          )}
        </div>
      </div>
    </Panel>
  );
}
