import 'server-only';

/**
 * The Origin that a ticket is bound to. The route wrapper has compared it with the site's own host already;
 * a browser sends it with every unsafe request.
 */
export function originOf(request: Request): string {
  const origin = request.headers.get('origin');
  if (origin === null) throw new Error('an unsafe request without an Origin passed the route wrapper');
  return new URL(origin).origin;
}
