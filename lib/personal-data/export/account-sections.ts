import { section, type Section } from './section';

const secret = 'It is a secret, or what is left of one.';
const others = 'It is somebody else.';

/** The account itself, and what others did with it. */
export const accountSections: readonly Section[] = [
  section({
    name: 'account',
    about: 'Your account. Times in this file are UTC.',
    model: 'User',
    owner: 'id',
    key: { id: 'uuid' },
    columns: [
      ...['id', 'email', 'name', 'about', 'isGuest', 'role', 'emailVerifiedAt'],
      ...[
        'suspendedAt',
        'suspendedUntil',
        'suspendedBecause',
        'digest',
        'digestSentAt',
        'createdAt',
        'updatedAt',
      ],
    ],
    leftOut: { passwordHash: secret },
  }),
  section({
    name: 'sessions',
    about: 'Browsers that are signed in.',
    model: 'Session',
    key: { id: 'uuid' },
    columns: ['client', 'createdAt', 'lastSeenAt'],
    leftOut: { id: 'It names a session that is open.' },
  }),
  section({
    name: 'identities',
    about: 'Accounts elsewhere that sign in to this one, by their id there.',
    model: 'Identity',
    key: { provider: 'text', subject: 'text' },
    columns: ['provider', 'subject', 'linkedAt'],
  }),
  section({
    name: 'mailLinks',
    about: 'Links that were mailed to you, without the secret that made them work.',
    model: 'MailLink',
    key: { digest: 'text' },
    columns: ['purpose', 'email', 'returnPath', 'createdAt', 'expiresAt', 'usedAt'],
    leftOut: { digest: secret },
  }),
  section({
    name: 'doneToYou',
    about:
      'What moderators and admins did to your account or what you wrote, as far as it names your account.',
    model: 'AuditEntry',
    key: { id: 'int' },
    columns: ['id', 'at', 'action', 'questionId', 'answerId', 'commentId', 'reason'],
    leftOut: { actorId: others, details: 'It may name other people.' },
  }),
  section({
    name: 'doneByYou',
    about: 'What you did as a moderator or an admin.',
    model: 'AuditEntry',
    owner: 'actorId',
    key: { id: 'int' },
    columns: ['id', 'at', 'action', 'questionId', 'answerId', 'commentId', 'reason'],
    leftOut: { userId: others, details: 'It may name other people.' },
  }),
];
