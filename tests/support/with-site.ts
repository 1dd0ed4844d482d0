import { afterAll, beforeAll } from 'vitest';
import { prepareSite } from './site-environment';

/** The site's settings and database, for as long as a file lasts. `env` is added to the process's environment. */
export const withSite = (env: Record<string, string> = {}) => {
  let site: Awaited<ReturnType<typeof prepareSite>> | undefined;
  beforeAll(async () => {
    Object.assign(process.env, env);
    site = await prepareSite();
  });
  afterAll(() => site?.close());
};
