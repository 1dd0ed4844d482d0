import { closeCodes, type ServerFrame } from '@/labs/protocol/server-frames';
import type { TicketClaims } from '@/labs/protocol/ticket';
import type { Scenario } from '@/labs/scenarios/scenario';
import type { Subscriber } from './fan-out';
import { anotherRunIsLive, unknownScenario, type Failure } from './learner-messages';
import { RunSession } from './run-session';
import type { RunIdentity, SessionServices } from './session-services';

type RegistryOptions = SessionServices & { findScenario(slug: string): Scenario | undefined };

/** All runs that this host knows. A learner has one live run at a time. */
export class RunRegistry {
  private readonly sessions = new Map<string, RunSession>();

  constructor(private readonly options: RegistryOptions) {}

  /** False when the run belongs to another learner or scenario than the ticket says. */
  mayJoin(claims: TicketClaims): boolean {
    const session = this.sessions.get(claims.run);
    if (!session) return true;
    return session.identity.learner === claims.sub && session.identity.scenario === claims.scenario;
  }

  /**
   * Brings a socket to its run, which starts unless it is live already. With `replace`, the learner's other live run ends first.
   * null when the run cannot be had: the socket was told and closed.
   */
  join(claims: TicketClaims, socket: Subscriber, replace: boolean): RunSession | null {
    const scenario = this.options.findScenario(claims.scenario);
    if (!scenario) return this.turnAway(socket, unknownScenario);
    const identity = { run: claims.run, learner: claims.sub, scenario: claims.scenario };
    const other = this.otherLiveRun(identity);
    if (other && replace) void other.end('learner');
    else if (other) return this.turnAway(socket, anotherRunIsLive(other.identity.scenario));
    const session = this.sessions.get(claims.run) ?? this.create(identity, scenario);
    session.start();
    session.attach(socket);
    return session;
  }

  /** Starts the runs that failed for want of an engine and still have a page open. */
  retryFailedStarts(): void {
    for (const session of this.sessions.values()) {
      const { state } = session;
      if (state.kind === 'failed' && state.code === 'no-runtime' && session.hasSockets) session.start();
    }
  }

  /** Suspends every run; resolves when their cells are removed. */
  async shutDown(): Promise<void> {
    const sessions = [...this.sessions.values()];
    this.sessions.clear();
    await Promise.all(sessions.map((session) => session.shutDown()));
  }

  private create(identity: RunIdentity, scenario: Scenario): RunSession {
    const session: RunSession = new RunSession(identity, scenario, this.options, {
      obstacle: () => {
        const other = this.otherLiveRun(identity);
        return other ? anotherRunIsLive(other.identity.scenario) : null;
      },
      over: () => {
        if (this.sessions.get(identity.run) === session) this.sessions.delete(identity.run);
      },
    });
    this.sessions.set(identity.run, session);
    return session;
  }

  private otherLiveRun(identity: RunIdentity): RunSession | undefined {
    for (const session of this.sessions.values()) {
      const isOther = session.identity.learner === identity.learner && session.identity.run !== identity.run;
      if (isOther && session.isLive) return session;
    }
    return undefined;
  }

  private turnAway(socket: Subscriber, failure: Failure): null {
    const frame: ServerFrame = {
      type: 'snapshot',
      seq: 1,
      snapshot: {
        state: { kind: 'failed', ...failure },
        balancer: { kind: 'idle' },
        faults: [],
        traffic: { on: false, rate: 1 },
        tasks: {},
        checking: null,
        timeline: [],
      },
    };
    socket.send(JSON.stringify(frame), false);
    socket.close(closeCodes.failed, failure.code);
    return null;
  }
}
