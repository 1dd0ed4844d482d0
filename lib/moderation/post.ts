export const kinds = ['question', 'answer', 'comment'] as const;
export type PostKind = (typeof kinds)[number];
/** Something that a person posted. */
export type PostRef = { kind: PostKind; id: number };

/** The post's own page for moderators. */
export const casePath = ({ kind, id }: PostRef) => `/moderation/posts/${kind}/${id}`;
export const personPath = (id: string) => `/moderation/people/${id}`;

/** A post that an address names, or null. */
export const readRef = (kind: string | null | undefined, id: string | null | undefined): PostRef | null => {
  const known = kinds.find((one) => one === kind);
  return known && /^[1-9]\d{0,8}$/.test(id ?? '') ? { kind: known, id: Number(id) } : null;
};
