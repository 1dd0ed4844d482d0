import type { Fault } from '@/labs/protocol/faults';
import { LabFiles } from '@/labs/protocol/files';
import type { ServerName } from '@/labs/protocol/names';
import type { ProbeRequest } from '@/labs/protocol/requests';
import type { ServerFrame } from '@/labs/protocol/server-frames';
import { replaceParameter } from '@/labs/protocol/ticket';
import type { TicketAnswer } from '@/lib/labs/connection/connection-state';
import { RunConnection } from '@/lib/labs/connection/run-connection';
import type { Ask } from '@/lib/labs/connection/run-socket';
import { Autosave } from './autosave';
import { keepDraft } from './draft';
import { reduceFiles, type FilesState } from './files-state';
import { FrameBatcher } from './frame-batcher';
import { postReset, postStart, postTicket, putFiles } from './lab-api';
import { initialPage, reducePage } from './page-state';
import { emptyRunView, reduceFrame, type RunView, type TaskStanding } from './run-view';
import { storeOf } from './store-of';

export type SessionOptions = {
  scenario: string;
  draftKey: string;
  files: FilesState;
  /** An open run of the learner; `isLive`: it is to be joined at once. */
  run: { id: string; isLive: boolean } | null;
  tasks: Record<string, TaskStanding>;
};

/** One opened workspace: the learner's files, the connection to the run, and everything that a button can do. */
export class WorkspaceSession {
  readonly files;
  readonly page;
  readonly run;
  #autosave: Autosave | null = null;
  #stops: (() => void)[] = [];
  readonly #connection: RunConnection;
  readonly #batcher: FrameBatcher;
  #over: string | null = null;
  #replace = false;
  #isEnding = false;

  constructor(private readonly options: SessionOptions) {
    this.files = storeOf(reduceFiles, options.files);
    this.page = storeOf(reducePage, initialPage(options.run?.id ?? null));
    this.run = storeOf((view: RunView, frames: readonly ServerFrame[]) => frames.reduce(reduceFrame, view), {
      ...emptyRunView,
      tasks: options.tasks,
    });
    this.#batcher = new FrameBatcher((frames) => this.#deliver(frames));
    this.#connection = new RunConnection({
      getTicket: () => this.#ticket(),
      onState: (state) => this.page.dispatch({ type: 'connection', state }),
      onFrame: (frame, isAnswer) => {
        this.#batcher.push(frame);
        if (frame.type === 'applied' && frame.outcome.ok && !isAnswer)
          this.page.dispatch({ type: 'applied-elsewhere' });
      },
    });
  }

  /** Begins to save and, where a run is live, joins it. Undone by `close`; may be opened again. */
  open(): void {
    const { scenario, draftKey, run } = this.options;
    this.#stops = [this.files.subscribe(() => keepDraft(localStorage, draftKey, this.files.get()))];
    this.#autosave = new Autosave(this.files, (files, revision) => putFiles(scenario, files, revision));
    if (run?.isLive) void this.#connection.open();
  }

  /** Starts the lab, or resumes it when it was suspended. `replace` ends the learner's other live lab first. */
  async start(replace = false): Promise<void> {
    this.page.dispatch({ type: 'starting' });
    await this.#autosave?.flush();
    const { balancer } = this.files.get().files;
    const reply = await postStart(this.options.scenario, balancer, this.#over);
    if (!reply.ok) return this.page.dispatch({ type: 'start-failed', message: reply.message });
    const { run, ticket, labUrl, files, revision } = reply.value;
    this.#over = null;
    this.#replace = replace;
    if (this.files.get().revision === 0 && this.files.get().edit === 0)
      this.files.dispatch({ type: 'replaced', files, revision });
    this.page.dispatch({ type: 'started', run });
    await this.#connection.open({ ticket, labUrl: this.#withReplace(labUrl) });
  }

  async apply(): Promise<void> {
    if (this.page.get().isApplying) return;
    const { files } = this.files.get();
    const chosen = LabFiles.safeParse(files[files.balancer]);
    if (!chosen.success)
      return this.tell('error', chosen.error.issues[0]?.message ?? 'These files cannot be applied.');
    this.page.dispatch({ type: 'apply-started' });
    void this.#autosave?.flush();
    const answer = await this.#connection.ask({
      type: 'apply',
      balancer: files.balancer,
      files: chosen.data,
    });
    if (answer.kind !== 'frame')
      return this.page.dispatch({ type: 'apply-ended', problem: `Not applied. ${answer.message}` });
    if (answer.frame.type !== 'applied') return this.page.dispatch({ type: 'apply-ended', problem: null });
    const { balancer, outcome } = answer.frame;
    this.page.dispatch({ type: 'applied', balancer, outcome, files: chosen.data });
  }

  inject(server: ServerName, fault: Fault) {
    return this.#order({ type: 'fault', server, fault }, null);
  }

  heal(server: ServerName | null) {
    return this.#order({ type: 'heal', server }, server === null ? 'All servers healed' : `${server} healed`);
  }

  setTraffic(on: boolean, rate: number) {
    return this.#order({ type: 'traffic', settings: { on, rate } }, null);
  }

  restartBalancer() {
    return this.#order({ type: 'restart-balancer' }, 'Balancer restarted');
  }

  extend() {
    return this.#order({ type: 'extend' }, 'Time extended');
  }

  async end(): Promise<void> {
    if (this.#isEnding) return;
    this.#isEnding = true;
    await this.#order({ type: 'end' }, 'Lab ended. Your files are kept.');
    this.#isEnding = false;
  }

  check(task: string, prediction: string | null) {
    return this.#order({ type: 'check', task, prediction }, null);
  }

  async send(request: ProbeRequest): Promise<string | null> {
    const answer = await this.#connection.ask({ type: 'send', request });
    if (answer.kind !== 'frame') return answer.message;
    if (answer.frame.type === 'response')
      this.page.dispatch({ type: 'response', response: answer.frame.response });
    return null;
  }

  async reset(): Promise<void> {
    await this.#autosave?.flush();
    const reply = await postReset(this.options.scenario, this.files.get().files.balancer);
    if (!reply.ok) return this.tell('error', reply.message);
    this.files.dispatch({ type: 'replaced', ...reply.value });
    this.tell('ok', 'The start files are back. Apply to serve them.');
  }

  reconnect(): void {
    void this.#connection.open();
  }

  /** The page is shown again, or the network came back. */
  wake(): void {
    this.#connection.nudge();
    void this.#autosave?.flush();
  }

  /** The page may go away any moment. */
  saveNow(): void {
    void this.#autosave?.flush();
  }

  tell(tone: 'ok' | 'busy' | 'error', text: string): void {
    this.page.dispatch({ type: 'told', tone, text });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#autosave?.dispose();
    this.#autosave = null;
    this.#batcher.dispose();
    this.#connection.close();
  }

  async #order(ask: Ask, done: string | null): Promise<void> {
    const answer = await this.#connection.ask(ask);
    if (answer.kind !== 'frame') this.tell('error', answer.message);
    else if (done !== null) this.tell('ok', done);
  }

  async #ticket(): Promise<TicketAnswer> {
    const { run } = this.page.get();
    if (run === null) return { kind: 'refused', message: 'Start the lab first.' };
    const answer = await postTicket(run);
    return answer.kind === 'ticket' ? { ...answer, labUrl: this.#withReplace(answer.labUrl) } : answer;
  }

  #withReplace(labUrl: string): string {
    const url = new URL(labUrl);
    if (this.#replace) url.searchParams.set(replaceParameter, '1');
    return url.toString();
  }

  #deliver(frames: readonly ServerFrame[]): void {
    this.run.dispatch(frames);
    for (const frame of frames) if (frame.type === 'state' || frame.type === 'snapshot') this.#follow();
  }

  /** A fresh cell knows no configuration yet: it gets the learner's files. */
  #follow(): void {
    const { state, balancer } = this.run.get();
    if (state?.kind === 'ready') {
      this.#replace = false;
      if (balancer.kind === 'idle') {
        this.page.dispatch({ type: 'cell-gone' });
        void this.apply();
      }
      return;
    }
    this.page.dispatch({ type: 'cell-gone' });
    if (state?.kind === 'ended' || state?.kind === 'failed') this.#over = this.page.get().run;
  }
}
