import { section, type Section } from './section';

const post = ['hiddenAt', 'hiddenBecause', 'hiddenWords', 'deletedAt', 'editedAt', 'createdAt', 'submission'];
/** Bodies have up to 20,000 characters. */
const pageRows = 100;

/** Earlier versions of somebody's posts, whoever replaced them. */
const revisions = (name: string, about: string, parent: 'Question' | 'Answer', id: string): Section => ({
  name,
  about,
  model: 'Revision',
  from: `"Revision" r JOIN "${parent}" p ON p."id" = r."${id}"`,
  owner: 'p."authorId"',
  key: [
    { sql: 'p."id"', type: 'int' },
    { sql: 'r."version"', type: 'int' },
  ],
  columns: ['id', id, 'version', 'title', 'body', 'replacedAt'],
  leftOut: { editorId: 'It may be somebody else.' },
  pageRows,
});

/** What somebody wrote, voted for, follows and reported. */
export const questionSections: readonly Section[] = [
  section({
    name: 'questions',
    about: 'Questions that you asked, also those that are deleted or hidden.',
    model: 'Question',
    owner: 'authorId',
    key: { id: 'int' },
    columns: [
      ...['id', 'course', 'lesson', 'heading', 'passage', 'passageCheckedFor', 'passageHolds', 'labRunId'],
      ...[
        'title',
        'body',
        'version',
        'votes',
        'answerCount',
        'acceptedAnswerId',
        'lockedAt',
        'lockedBecause',
        'mergedIntoId',
      ],
      ...post,
    ],
    leftOut: { search: 'It is computed out of title and body.' },
    pageRows,
  }),
  section({
    name: 'answers',
    about: 'Answers that you gave, also those that are deleted or hidden.',
    model: 'Answer',
    owner: 'authorId',
    key: { id: 'int' },
    columns: ['id', 'questionId', 'body', 'version', 'votes', ...post],
    pageRows,
  }),
  section({
    name: 'comments',
    about: 'Comments that you wrote, also those that are deleted or hidden.',
    model: 'Comment',
    owner: 'authorId',
    key: { id: 'int' },
    columns: ['id', 'questionId', 'answerId', 'body', ...post.filter((column) => column !== 'editedAt')],
  }),
  revisions(
    'questionRevisions',
    'What your questions said before they were edited.',
    'Question',
    'questionId',
  ),
  revisions('answerRevisions', 'What your answers said before they were edited.', 'Answer', 'answerId'),
  section({
    name: 'questionVotes',
    about: 'Questions that you voted for.',
    model: 'QuestionVote',
    key: { questionId: 'int' },
    columns: ['questionId', 'votedAt'],
  }),
  section({
    name: 'answerVotes',
    about: 'Answers that you voted for.',
    model: 'AnswerVote',
    key: { answerId: 'int' },
    columns: ['answerId', 'votedAt'],
  }),
  section({
    name: 'follows',
    about: 'Questions that you follow, or said that you do not want to follow.',
    model: 'Follow',
    key: { questionId: 'int' },
    columns: ['questionId', 'isFollowing', 'since'],
  }),
  section({
    name: 'notifications',
    about: 'What you were told of.',
    model: 'Notification',
    key: { id: 'int' },
    columns: [
      'id',
      'kind',
      'questionId',
      'answerId',
      'commentId',
      'words',
      'createdAt',
      'readAt',
      'mailedAt',
    ],
    leftOut: { actorId: 'It is somebody else.' },
  }),
  section({
    name: 'flags',
    about: 'What you reported to the moderators.',
    model: 'Flag',
    owner: 'reporterId',
    key: { id: 'int' },
    columns: [
      ...['id', 'questionId', 'answerId', 'commentId', 'reason', 'words', 'createdAt'],
      ...['resolvedAt', 'resolution'],
    ],
    leftOut: { resolverId: 'It is somebody else.' },
  }),
];
