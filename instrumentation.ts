/** Runs once when the server starts: settings are parsed before the first request, not during it. */
export const register = async () => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { siteEnv } = await import('@/lib/config/env');
  const { trustConnection } = await import('@/lib/http/trust-connection');
  trustConnection(siteEnv().TRUSTED_PROXY_HOPS);
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const { startJobs } = await import('@/lib/background/start-jobs');
  startJobs();
};
