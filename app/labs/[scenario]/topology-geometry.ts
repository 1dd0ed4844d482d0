import type { ServerName } from '@/labs/protocol/names';

type Point = { x: number; y: number };

/** The picture's own coordinates. */
export const view = { width: 440, height: 236 } as const;
export const client: Point = { x: 42, y: 118 };
export const balancer: Point = { x: 168, y: 118 };
export const servers: Record<ServerName, Point> = {
  app1: { x: 300, y: 42 },
  app2: { x: 300, y: 118 },
  app3: { x: 300, y: 194 },
};

/** Stations of a request on its way: client, balancer and, where one confirmed it, the server. */
export function wayOf(server: ServerName | null): Point[] {
  return server === null ? [client, balancer] : [client, balancer, servers[server]];
}
