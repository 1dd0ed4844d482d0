import { handle } from '@/lib/http/handle';
import { findSimilar } from '@/lib/questions/find-similar';
import { similarByViewer } from '@/lib/questions/limits';

export const GET = handle(
  { viewer: 'optional', limit: { ...similarByViewer, by: 'viewer' } },
  ({ request }) => findSimilar(new URL(request.url).searchParams.get('title') ?? ''),
);
