import type { IncomingMessage } from 'node:http';
import { labSubprotocol, ticketSubprotocolPrefix } from '@/labs/protocol/ticket';

const maxTicketLength = 4096;

/** The ticket that a browser offers among the subprotocols; null when it offers none, or does not speak our protocol. */
export function requestedTicket(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (!offered.includes(labSubprotocol)) return null;
  const ticket = offered.find((name) => name.startsWith(ticketSubprotocolPrefix));
  if (!ticket || ticket.length > maxTicketLength) return null;
  return ticket.slice(ticketSubprotocolPrefix.length);
}
