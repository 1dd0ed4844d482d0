'use client';

import { Panel } from './panel';
import { InlineText, PlainText } from './plain-text';
import { useRun, useWorkspace } from './session-context';
import { TaskCard } from './task-card';
import styles from './tasks.module.css';

export function TasksPanel() {
  const { scenario } = useWorkspace();
  const tasks = useRun((view) => view.tasks);
  const passed = scenario.tasks.filter((task) => tasks[task.id]?.verdict.ok).length;
  const isDone = passed === scenario.tasks.length;
  return (
    <Panel
      name="Tasks"
      tools={
        <span className={styles.count}>
          {passed} of {scenario.tasks.length} passed
        </span>
      }
    >
      <div className={styles.prose}>
        <PlainText text={scenario.summary} />
      </div>
      <ul className={styles.goals} aria-label="What you will be able to do">
        {scenario.goals.map((goal) => (
          <li key={goal}>
            <InlineText text={goal} />
          </li>
        ))}
      </ul>
      <ol className={styles.tasks}>
        {scenario.tasks.map((task, index) => (
          <TaskCard key={task.id} task={task} number={index + 1} standing={tasks[task.id]} />
        ))}
      </ol>
      {isDone ? (
        <section className={styles.debrief} aria-label="Debrief">
          <h3>Debrief: {scenario.debrief.question}</h3>
          <PlainText text={scenario.debrief.answer} />
          <ul>
            {scenario.debrief.points.map((point) => (
              <li key={point}>
                <InlineText text={point} />
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className={styles.note}>When every task passes, the debrief ties it to the interview question.</p>
      )}
    </Panel>
  );
}
