import { checkHealth } from '@/lib/health/check-health';
import { handle } from '@/lib/http/handle';

/** 200 when the site can serve, 503 when its database does not answer. */
export const GET = handle({ viewer: 'none' }, async () => {
  const health = await checkHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
});
