import { section, type Section } from './section';

const lesson = { course: 'text', lesson: 'text' } as const;
/** Files and timelines have up to some hundred kB. */
const pageRows = 20;

/** What somebody read, answered, noted and ran. */
export const learningSections: readonly Section[] = [
  section({
    name: 'lessonsRead',
    about: 'Lessons that you marked as read.',
    model: 'LessonProgress',
    key: lesson,
    columns: ['course', 'lesson', 'readAt'],
  }),
  section({
    name: 'checks',
    about: 'Checks of lessons that you answered.',
    model: 'CheckAnswer',
    key: { ...lesson, check: 'text' },
    columns: ['course', 'lesson', 'check', 'isRight', 'answeredAt'],
  }),
  section({
    name: 'places',
    about: 'Where you left off in lessons.',
    model: 'ReadingPlace',
    key: lesson,
    columns: ['course', 'lesson', 'heading', 'leftAt'],
  }),
  section({
    name: 'ratings',
    about: 'How well you said that you could have given a model answer.',
    model: 'RatedAnswer',
    key: { ...lesson, question: 'text' },
    columns: ['course', 'lesson', 'question', 'rating', 'ratedAt'],
  }),
  section({
    name: 'notes',
    about: 'Your highlights and notes.',
    model: 'Note',
    key: { id: 'uuid' },
    columns: [
      ...['id', 'course', 'lesson', 'heading', 'prefix', 'exact', 'suffix', 'body', 'createdAt', 'updatedAt'],
    ],
    pageRows: 100,
  }),
  section({
    name: 'labWorkspaces',
    about: 'Your configuration files of each lab.',
    model: 'LabWorkspace',
    key: { scenario: 'text' },
    columns: ['scenario', 'balancer', 'files', 'revision', 'updatedAt'],
    pageRows,
  }),
  section({
    name: 'labRuns',
    about: 'Your lab runs with what happened in them.',
    model: 'LabRun',
    key: { id: 'uuid' },
    columns: ['id', 'scenario', 'state', 'stateAt', 'startMs', 'endReason', 'timeline', 'createdAt'],
    leftOut: {
      host: 'It names a machine of whoever runs this site.',
      activeKey: 'It is computed out of the person, the scenario and the state.',
    },
    pageRows,
  }),
  section({
    name: 'labResults',
    about: 'Your results of each lab’s tasks.',
    model: 'LabTaskResult',
    key: { scenario: 'text', task: 'text' },
    columns: [
      ...['scenario', 'task', 'runId', 'verdict', 'prediction', 'verdictAt', 'attempts', 'passedAt'],
      'bestFailedRequests',
    ],
    pageRows: 100,
  }),
  section({
    name: 'runCards',
    about: 'Lab runs that you made public by putting them into a question or an answer.',
    model: 'RunCard',
    key: { runId: 'uuid' },
    columns: ['runId', 'card', 'sharedAt'],
    pageRows,
  }),
];
