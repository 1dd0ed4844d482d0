import type { History } from '@/lib/questions/find-history';

/** The address of this history with two versions, or a stretch of its list, chosen. */
export const historyHref = (
  { question, answer }: Pick<History, 'question' | 'answer'>,
  wanted: { from?: number; to?: number; before?: number },
) => {
  const query = new URLSearchParams({
    ...(answer !== null && { answer: String(answer) }),
    ...Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)])),
  });
  return `/questions/${question.id}/history${query.size > 0 ? `?${query}` : ''}`;
};
