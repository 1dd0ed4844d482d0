import { metrics } from '@/lib/health/metrics';
import { clientAddressOf, isLoopback } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';

/** Prometheus metrics, for this machine only. */
export const GET = handle({ viewer: 'none' }, async ({ request }) => {
  if (!isLoopback(clientAddressOf(request))) return new Response('Not found', { status: 404 });
  const { registry } = metrics();
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
});
