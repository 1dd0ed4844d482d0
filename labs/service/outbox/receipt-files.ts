import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Receipt } from '@/labs/protocol/receipts';

const maxDead = 200;

/** Receipts as files, one each, named so that they sort by age. A file is complete or absent: written aside, flushed, renamed. */
export class ReceiptFiles {
  private readonly pendingDir: string;
  private readonly deadDir: string;
  private counter = 0;

  constructor(dataDir: string) {
    this.pendingDir = path.join(dataDir, 'outbox/pending');
    this.deadDir = path.join(dataDir, 'outbox/dead');
  }

  /** Makes the folders and names the receipts that an earlier process left, oldest first. */
  async open(): Promise<string[]> {
    await mkdir(this.pendingDir, { recursive: true });
    await mkdir(this.deadDir, { recursive: true });
    const names = await readdir(this.pendingDir);
    await Promise.all(
      names.filter((name) => !name.endsWith('.json')).map((name) => rm(path.join(this.pendingDir, name))),
    );
    return names.filter((name) => name.endsWith('.json')).sort();
  }

  /** Resolves with the file's name once the receipt would survive a power cut. */
  async write(receipt: Receipt): Promise<string> {
    this.counter += 1;
    const name = `${String(receipt.at).padStart(15, '0')}-${String(this.counter).padStart(8, '0')}-${receipt.id}.json`;
    const unfinished = path.join(this.pendingDir, `${name}.part`);
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(receipt));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path.join(this.pendingDir, name));
    return name;
  }

  /** null when the file is not a receipt. */
  async read(name: string): Promise<Receipt | null> {
    const text = await readFile(path.join(this.pendingDir, name), 'utf8');
    try {
      return Receipt.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(path.join(this.pendingDir, name), { force: true });
  }

  /** Keeps a receipt that will never be delivered, for a person to look at; the oldest of them go. */
  async bury(name: string): Promise<void> {
    await rename(path.join(this.pendingDir, name), path.join(this.deadDir, name));
    const dead = (await readdir(this.deadDir)).sort();
    const excess = dead.slice(0, Math.max(0, dead.length - maxDead));
    await Promise.all(excess.map((old) => rm(path.join(this.deadDir, old), { force: true })));
  }
}
