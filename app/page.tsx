import type { Metadata } from 'next';
import { listCourses, listLessons, listPublishedLessons, type Lesson } from '@/lib/courses/course';
import { shareMetadata } from '@/lib/sharing/share-metadata';
import buttons from '@/lib/ui/button.module.css';
import { FailoverPicture } from './failover-picture';
import styles from './home.module.css';

export const dynamic = 'force-static';

export const metadata: Metadata = shareMetadata({
  title: 'System Design Mastery',
  description:
    'Learn system design by breaking real load balancers: read, predict, configure, break, explain.',
  path: '/',
  picture: '/picture.png',
});

const loop = [
  ['Read', 'A lesson that says what the thing is for, what it costs and when not to use it.'],
  ['Predict', 'Before a server is killed, you say what will happen. Then it happens.'],
  ['Configure', 'A real nginx.conf or haproxy.cfg, checked and reloaded by the balancer itself.'],
  [
    'Observe',
    'Requests flow through real containers. Every one of them is shown with the server that answered.',
  ],
  ['Break', 'Crash a server, hang it, slow it, let it answer with errors. Heal it again.'],
  ['Explain', 'Say it as you would in an interview, with the numbers that your own lab measured.'],
] as const;

const countWords = (lessons: readonly Lesson[]) => {
  const written = lessons.filter((lesson) => lesson.status === 'published').length;
  return written === lessons.length
    ? `${written} ${written === 1 ? 'lesson' : 'lessons'}`
    : `${written} of ${lessons.length} written`;
};

const HomePage = () => {
  const [course] = listCourses();
  const published = course ? listPublishedLessons(course) : [];
  const first = published.find((lesson) => lesson.labs.length > 0);
  return (
    <div className={styles.page}>
      <section className={styles.opening}>
        <div>
          <h1>Learn system design by breaking real load balancers</h1>
          <p className={styles.lead}>
            Read how a load balancer works. Then configure one, send it traffic, kill a server behind it and
            watch which requests fail. Nothing is simulated: it is Nginx and HAProxy, in containers on your
            machine.
          </p>
          <p className={styles.actions}>
            {first && (
              <a className={buttons.primary} href={first.href}>
                Read how it works
              </a>
            )}
            <a className={buttons.secondary} href="/labs/first-balancer">
              Start the first lab
            </a>
          </p>
        </div>
        <FailoverPicture />
      </section>

      <section className={styles.loop} aria-labelledby="loop">
        <h2 id="loop">How a topic is learned here</h2>
        <ol>
          {loop.map(([name, text]) => (
            <li key={name}>
              <h3>{name}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>

      {course && (
        <section className={styles.course} aria-labelledby="course">
          <div>
            <h2 id="course">{course.title}</h2>
            <p>
              Eight modules, {listLessons(course).length} lessons
              {published.length < listLessons(course).length &&
                `, ${published.length} of them written so far`}
              . Each begins with a failure, shows the mechanism with numbers, and ends with model answers and
              a check.
            </p>
            <p>
              <a href={course.href}>See the whole course</a> or{' '}
              <a href="/progress">your progress and what comes next</a>.
            </p>
          </div>
          <ol>
            {course.modules.map((module) => (
              <li key={module.slug}>
                <a href={`${course.href}#module-${module.number}`}>{module.title}</a>
                <span>{countWords(module.lessons)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
};
export default HomePage;
