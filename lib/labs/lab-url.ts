import { labSocketPath } from '@/labs/protocol/ticket';

/** Where a browser that sees the site at `origin` reaches the lab service: the same host, the lab's own port. */
export function labUrlFor(origin: string, labPort: number): string {
  const url = new URL(labSocketPath, origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.port = String(labPort);
  return url.toString();
}
