/** Where the page stands with the lab service; the run's own state comes in frames. */
export type ConnectionState =
  | { kind: 'off' }
  | { kind: 'connecting'; attempt: number }
  | { kind: 'open' }
  | { kind: 'waiting'; attempt: number; retryAt: number; why: string }
  /** Another tab took the run over. */
  | { kind: 'replaced' }
  /** The run is over; a new one has to be started. */
  | { kind: 'over' }
  /** The site gives no ticket, and trying again by itself would not help. */
  | { kind: 'refused'; message: string };

/** A ticket for one connection. `refused` ends the attempts, `unreachable` is tried again. */
export type TicketAnswer =
  | { kind: 'ticket'; ticket: string; labUrl: string }
  | { kind: 'unreachable'; why: string }
  | { kind: 'refused'; message: string };
