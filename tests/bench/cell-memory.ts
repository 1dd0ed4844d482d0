import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { roundRobin } from './cold-start';
import { mebibytes, median, type Measurement } from './measurement';

const limitBytes = 110 * 1000 ** 2;
const wantedCells = 150;
const sampleCells = 8;
/** Leave this much to the host: a machine without free memory is not a machine that holds its cells. */
const reserveBytes = 1024 ** 3;

async function availableBytes(): Promise<number> {
  const memory = await readFile('/proc/meminfo', 'utf8');
  return Number(/MemAvailable:\s+(\d+)/.exec(memory)?.[1] ?? 0) * 1024;
}

/**
 * Launches live cells (configuration applied, traffic off) and measures what they take.
 * `all` launches as many as are wanted; otherwise a few, and the rest is computed from the memory that they took from the host.
 */
export async function measureCellMemory(
  image: string,
  instance: string,
  all: boolean,
): Promise<Measurement[]> {
  const runtime = new DockerCellRuntime({ instance, image });
  const target = all ? wantedCells : sampleCells;
  const live: LiveCell[] = [];
  const before = await availableBytes();
  try {
    const launchOne = async () => {
      const cell = await runtime.launch({ cellId: randomUUID(), expiresAt: Date.now() + 3_600_000 });
      const liveCell = await createLiveCell(cell);
      live.push(liveCell);
      await liveCell.apply('nginx', roundRobin);
    };
    for (let count = 0; count < target && (await availableBytes()) > reserveBytes; count += 2)
      await Promise.all([launchOne(), launchOne()]);
    const sizes = await Promise.all(live.slice(0, sampleCells).map((cell) => cell.memoryBytes()));
    const taken = (before - (await availableBytes())) / live.length;
    const fit = all ? live.length : Math.floor((before - reserveBytes) / taken);
    const last = live.at(-1);
    const answers = last ? await last.send([{ path: '/' }]) : [];
    const serves = answers[0]?.status === 200;
    return [
      {
        name: 'Memory of a cell, traffic off',
        value: `${mebibytes(median(sizes))} by the engine’s count, ${mebibytes(taken)} taken from the host`,
        baseline: '—',
        compared: `${(median(sizes) / 1000 ** 2).toFixed(0)} MB`,
        limit: '≤ 110 MB',
        ok: median(sizes) <= limitBytes,
      },
      {
        name: `Live cells that fit on this machine${all ? '' : ' (computed; npm run bench -- --all launches them)'}`,
        value: all
          ? `${live.length} launched, the last one ${serves ? 'serves' : 'does not serve'}; ${mebibytes(await availableBytes())} still available`
          : `${fit} from ${live.length} launched`,
        baseline: '—',
        compared: String(fit),
        limit: `≥ ${wantedCells}`,
        ok: serves && fit >= wantedCells,
      },
    ];
  } finally {
    for (const cell of live) cell.dispose();
    const cells = await runtime.list();
    for (const { id } of cells) await runtime.remove(id);
    await runtime.close();
  }
}
