'use client';

import { useState } from 'react';
import { ProbeRequest } from '@/labs/protocol/requests';
import { composedRequest, type ComposerForm } from './composed-request';
import styles from './requests.module.css';
import { ResponseView } from './response-view';
import { useIsReady, useWorkspace } from './session-context';
import workspace from './workspace.module.css';

const methods = ProbeRequest.shape.method.unwrap().options;

/** A request by hand: method, path, headers and cookies. */
export function RequestComposer() {
  const { session } = useWorkspace();
  const isReady = useIsReady();
  const [form, setForm] = useState<ComposerForm>({
    method: 'GET',
    path: '/',
    headers: '',
    cookies: '',
    keepAlive: false,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const change = (part: Partial<ComposerForm>) => setForm((before) => ({ ...before, ...part }));

  const send = async () => {
    const composed = composedRequest(form);
    if (!composed.ok) return setProblem(composed.message);
    setProblem(null);
    setIsSending(true);
    setProblem(await session.send(composed.request));
    setIsSending(false);
  };

  return (
    <form
      className={styles.composer}
      aria-label="Request composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.composerLine}>
        <select
          aria-label="Method"
          value={form.method}
          onChange={(event) => change({ method: event.target.value })}
        >
          {methods.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          aria-label="Path"
          className={styles.pathInput}
          value={form.path}
          spellCheck={false}
          onChange={(event) => change({ path: event.target.value })}
        />
        <button type="submit" className={workspace.button} disabled={!isReady || isSending}>
          {isSending ? 'Sending…' : 'Send'}
        </button>
      </div>
      <details className={styles.more}>
        <summary>Headers, cookies, connection</summary>
        <label>
          Headers, one a line
          <textarea
            rows={2}
            value={form.headers}
            spellCheck={false}
            placeholder="X-Test: 1"
            onChange={(event) => change({ headers: event.target.value })}
          />
        </label>
        <label>
          Cookies
          <input
            value={form.cookies}
            spellCheck={false}
            placeholder="session=42"
            onChange={(event) => change({ cookies: event.target.value })}
          />
        </label>
        <label className={styles.checkbox}>
          <input
            type="checkbox"
            checked={form.keepAlive}
            onChange={(event) => change({ keepAlive: event.target.checked })}
          />
          Reuse one keep-alive connection
        </label>
      </details>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <ResponseView />
    </form>
  );
}
