// First: it gives Next's stores their AsyncLocalStorage.
import 'next/dist/server/node-environment-baseline';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store';
import { NextRequest } from 'next/server';

type Handler<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * Calls a route handler as Next does, so that `cookies()` and `headers()` of code that is not ours (next-auth) read the
 * request that is passed.
 */
export const callRoute = <Params>(handler: Handler<Params>, request: Request, params: Params) => {
  const asked = new NextRequest(request);
  const { pathname, search } = asked.nextUrl;
  const work = Object.assign(Object.create(null), { route: pathname, page: pathname });
  const scope = createRequestStoreForAPI(
    asked,
    { pathname, search },
    Object.create(null),
    undefined,
    undefined,
    undefined,
  );
  return workAsyncStorage.run(work, () =>
    workUnitAsyncStorage.run(scope, () => handler(asked, { params: Promise.resolve(params) })),
  );
};
