import { readdirSync, readFileSync } from 'node:fs';

export type ChildProcess = { pid: number; title: string };

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

function childPids(parent: number): number[] {
  const listed = read(`/proc/${parent}/task/${parent}/children`);
  if (listed !== '') return listed.trim().split(' ').map(Number);
  // A kernel without CONFIG_PROC_CHILDREN, or no children: the parent is the fourth field, after the name in brackets.
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]) === parent)
    .map(Number);
}

/** Children of a process with their titles; a zombie has an empty one. */
export function listChildren(parent: number): ChildProcess[] {
  return childPids(parent).map((pid) => ({
    pid,
    title: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
  }));
}
