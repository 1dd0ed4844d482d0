'use client';

import { useId, useState } from 'react';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { TaskStanding } from '@/lib/labs/workspace/run-view';
import { PlainText, InlineText } from './plain-text';
import { useIsReady, useRun, useWorkspace } from './session-context';
import styles from './tasks.module.css';
import { VerdictView } from './verdict-view';

type Task = ScenarioBrief['tasks'][number];

export function TaskCard(props: { task: Task; number: number; standing: TaskStanding | undefined }) {
  const { task, standing } = props;
  const { session } = useWorkspace();
  const isReady = useIsReady();
  const checking = useRun((view) => view.checking);
  const [prediction, setPrediction] = useState<string | null>(standing?.prediction?.predicted ?? null);
  const [isAsking, setIsAsking] = useState(false);
  const [shownHints, setShownHints] = useState(0);
  const titleId = useId();
  const isChecking = isAsking || checking?.task === task.id;
  const needsPrediction = task.prediction !== null && prediction === null;

  const check = async () => {
    setIsAsking(true);
    await session.check(task.id, prediction);
    setIsAsking(false);
  };

  return (
    <li className={styles.task} aria-labelledby={titleId}>
      <h3 className={styles.taskTitle} id={titleId}>
        <span className={standing?.verdict.ok ? styles.numberDone : styles.number} aria-hidden="true">
          {standing?.verdict.ok ? '✓' : props.number}
        </span>
        {task.title}
        {standing?.verdict.ok ? <span className="visually-hidden"> (passed)</span> : null}
      </h3>
      <div className={styles.prose}>
        <PlainText text={task.instruction} />
      </div>
      {task.prediction === null ? null : (
        <fieldset className={styles.prediction} role="radiogroup" disabled={isChecking}>
          <legend>Predict first: {task.prediction.question}</legend>
          {task.prediction.options.map((option) => (
            <label key={option.id} className={styles.option}>
              <input
                type="radio"
                name={`${titleId}-prediction`}
                checked={prediction === option.id}
                onChange={() => setPrediction(option.id)}
              />
              <span>
                <InlineText text={option.text} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {task.hints.slice(0, shownHints).map((hint, index) => (
        <p key={index} className={styles.hint}>
          <strong>Hint {index + 1}.</strong> <InlineText text={hint} />
        </p>
      ))}
      <div className={styles.taskActions}>
        <button
          type="button"
          className={styles.check}
          aria-describedby={titleId}
          disabled={!isReady || needsPrediction || isChecking || checking !== null}
          onClick={() => void check()}
        >
          {isChecking ? 'Checking…' : 'Check'}
        </button>
        {shownHints < task.hints.length ? (
          <button type="button" className={styles.quiet} onClick={() => setShownHints(shownHints + 1)}>
            {shownHints === 0 ? 'Hint' : 'Next hint'}
          </button>
        ) : null}
        <span className={styles.note} aria-live="polite">
          {isChecking
            ? (checking?.text ?? 'Sending requests…')
            : !isReady
              ? 'Start the lab to check'
              : needsPrediction
                ? 'Choose a prediction to check'
                : ''}
        </span>
      </div>
      {standing === undefined || isChecking ? null : (
        <VerdictView standing={standing} prediction={task.prediction} />
      )}
    </li>
  );
}
