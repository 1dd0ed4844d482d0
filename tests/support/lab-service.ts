import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ensureLabImage } from '@/labs/images/build';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { ensureKeys } from '@/setup/keys';
import { LabClient } from './lab-client';
import { mintTicket, type TicketWishes } from './lab-tickets';

const projectRoot = path.resolve(import.meta.dirname, '../..');
const Listening = z.object({ msg: z.literal('the lab service listens'), port: z.int() });
const bootDeadlineMs = 30_000;

/** `npm test` has built it; a test that runs alone builds it itself. */
const labImage = async () => process.env.LAB_IMAGE || (await ensureLabImage()).tag;

type Environment = Record<string, string>;

type ConnectWishes = TicketWishes & { replace?: boolean };

/** A data folder with keys and an instance of its own, in which lab services are started one after the other. */
export class LabServiceHost {
  readonly instance = `${process.env.LAB_INSTANCE ?? 'test'}-${randomUUID().slice(0, 8)}`;
  private services: LabServiceProcess[] = [];

  private constructor(
    readonly dataDir: string,
    readonly keys: Awaited<ReturnType<typeof ensureKeys>>,
    private readonly image: string,
  ) {}

  static async create(): Promise<LabServiceHost> {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'lab-service-'));
    const [keys, image] = await Promise.all([ensureKeys(dataDir), labImage()]);
    return new LabServiceHost(dataDir, keys, image);
  }

  /** Starts the service as its own process, on a port that the system chooses; no warm cells unless `LAB_WARM_CELLS` says so. */
  async start(env: Environment = {}): Promise<LabServiceProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'labs/service/main.ts'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LAB_PORT: '0',
        LAB_HOST: '127.0.0.1',
        DATA_DIR: this.dataDir,
        SITE_URL: 'http://127.0.0.1:9',
        TICKET_PUBLIC_KEY_FILE: this.keys.ticketPublic,
        RECEIPT_PRIVATE_KEY_FILE: this.keys.receiptPrivate,
        LAB_IMAGE: this.image,
        LAB_INSTANCE: this.instance,
        LAB_WARM_CELLS: '0',
        ...env,
      },
    });
    const service = await LabServiceProcess.whenListening(child, this.keys.ticketPrivate);
    this.services.push(service);
    return service;
  }

  /** A runtime that sees what the service made. */
  runtime(): DockerCellRuntime {
    return new DockerCellRuntime({ instance: this.instance, image: this.image });
  }

  /** Stops what runs, and removes every cell and file. */
  async remove(): Promise<void> {
    await Promise.all(this.services.map((service) => service.stop()));
    const runtime = this.runtime();
    for (const cell of await runtime.list()) await runtime.remove(cell.id);
    await runtime.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** A running lab service. */
export class LabServiceProcess {
  private readonly ended: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly ticketKeyFile: string,
    /** Its last log lines. */
    readonly logLines: string[],
  ) {
    this.ended = new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      else child.once('exit', (code) => resolve(code));
    });
  }

  static whenListening(child: ChildProcess, ticketKeyFile: string): Promise<LabServiceProcess> {
    const lines: string[] = [];
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        child.kill('SIGKILL');
        reject(new Error(`the lab service ${why}:\n${lines.join('\n')}`));
      };
      const timer = setTimeout(() => fail(`did not listen within ${bootDeadlineMs} ms`), bootDeadlineMs);
      child.once('exit', () => fail('ended before it listened'));
      const read = (stream: NodeJS.ReadableStream) =>
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line);
          if (lines.length > 200) lines.shift();
          const listening = Listening.safeParse(parseJson(line));
          if (!listening.success) return;
          clearTimeout(timer);
          resolve(new LabServiceProcess(child, listening.data.port, ticketKeyFile, lines));
        });
      if (!child.stdout || !child.stderr) return fail('has no output');
      read(child.stdout);
      read(child.stderr);
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the lab service did not start');
    return this.child.pid;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  mintTicket(wishes: TicketWishes = {}): Promise<string> {
    return mintTicket(this.ticketKeyFile, wishes);
  }

  /** Opens a run with a fresh ticket. Rejects with `UpgradeRefused`. */
  async connect({ replace = false, ...wishes }: ConnectWishes = {}): Promise<LabClient> {
    const ticket = await this.mintTicket(wishes);
    return LabClient.connect({ port: this.port, ticket, replace });
  }

  /** One value of `GET /metrics`, summed over its labels; 0 when it is absent. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
  }

  /** Ends it politely; resolves with the exit code. */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** `kill -9`. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
