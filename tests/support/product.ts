import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, newVisitor } from './browser';
import { startStack, type Stack } from './stack';

type StackOptions = Parameters<typeof startStack>[0];
type VisitorOptions = Omit<Parameters<typeof newVisitor>[1], 'baseURL'>;

/** The whole product and a browser, for as long as a `describe` lasts. `env` is added to the product's environment. */
export const useProduct = (options: StackOptions | (() => Promise<StackOptions>) = {}) => {
  let stack: Stack | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const wanted = typeof options === 'function' ? await options() : options;
    [stack, browser] = await Promise.all([startStack(wanted), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  const running = () => {
    if (!stack || !browser) throw new Error('The product runs only while tests do.');
    return { stack, browser };
  };
  return {
    stack: () => running().stack,
    /** Runs a statement in the product's database. @returns its rows */
    async query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
      const client = new Client({ connectionString: running().stack.databaseUrl });
      await client.connect();
      try {
        return (await client.query<Row>(text, values)).rows;
      } finally {
        await client.end();
      }
    },
    visit: (visitor: VisitorOptions = {}) =>
      newVisitor(running().browser, { baseURL: running().stack.siteUrl, ...visitor }),
  };
};
