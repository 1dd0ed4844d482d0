import { createHash } from 'node:crypto';
import type { NodeName } from '@/labs/protocol/names';

/** Labels on everything that we make. What does not carry our instance's label is never touched. */
export const labelKeys = {
  instance: 'system-design-mastery.instance',
  cell: 'system-design-mastery.cell',
  node: 'system-design-mastery.node',
  /** Epoch ms. */
  expires: 'system-design-mastery.expires',
  /** Names one attempt at a launch, so that its clean-up cannot hit what another attempt made. */
  launch: 'system-design-mastery.launch',
} as const;

export type CellIdentity = {
  readonly instance: string;
  readonly cellId: string;
  readonly expiresAt: number;
  readonly launchId: string;
};

const cellIdPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;

/** Docker name shared by a cell's network and containers. The instance is part of it: two instances may use one cell id. */
export function cellName({ instance, cellId }: Pick<CellIdentity, 'instance' | 'cellId'>): string {
  if (!cellIdPattern.test(cellId)) throw new TypeError(`Not a cell id: ${JSON.stringify(cellId)}`);
  return `sdm-${createHash('sha256').update(instance).digest('hex').slice(0, 8)}-${cellId}`;
}

export const containerName = (cell: Pick<CellIdentity, 'instance' | 'cellId'>, node: NodeName): string =>
  `${cellName(cell)}-${node}`;

export function cellLabels(cell: CellIdentity): Record<string, string> {
  return {
    [labelKeys.instance]: cell.instance,
    [labelKeys.cell]: cell.cellId,
    [labelKeys.expires]: String(cell.expiresAt),
    [labelKeys.launch]: cell.launchId,
  };
}

/** Filters in the form of the Docker API. */
export const labelFilter = (labels: Readonly<Record<string, string>>): { label: string[] } => ({
  label: Object.entries(labels).map(([key, value]) => `${key}=${value}`),
});
