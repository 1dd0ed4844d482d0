export const kinds = ['question', 'answer', 'comment'] as const;
export type PostKind = (typeof kinds)[number];
/** Something that a person posted. */
export type PostRef = { kind: PostKind; id: number };

/** The post's own page for moderators. */
export const casePath = ({ kind, id }: PostRef) => `/moderation/posts/${kind}/${id}`;
export const personPath = (id: string) => `/moderation/people/${id}`;
