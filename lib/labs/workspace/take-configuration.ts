import { fileLimits, mainFile, type LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import type { WorkspaceFiles } from './workspace-files';

/** A configuration that a lesson offers in place of the learner's. */
export type OfferedConfiguration = {
  lesson: { title: string; href: string };
  balancer: Balancer;
  text: string;
};

const isTaken = (files: WorkspaceFiles, { balancer, text }: OfferedConfiguration) =>
  files.balancer === balancer && files[balancer][mainFile[balancer]] === text;

/** Whether there is anything to choose between. */
export const canTake = (files: WorkspaceFiles, offer: OfferedConfiguration) => !isTaken(files, offer);

/** `before-lesson.conf`, or with a number when an earlier lesson left one. */
const freeName = (files: LabFiles, ending: string) => {
  let number = 1;
  const name = () => `before-lesson${number === 1 ? '' : `-${number}`}.${ending}`;
  while (name() in files) number += 1;
  return name();
};

/**
 * The learner's files with the lesson's configuration as the one that is started. What stood there is kept in a file of its
 * own, unless it is the start file, which "Reset files" brings back. Null when there is no room for that file.
 */
export function takeConfiguration(
  files: WorkspaceFiles,
  start: Record<Balancer, LabFiles>,
  { balancer, text }: OfferedConfiguration,
): { files: WorkspaceFiles; kept: string | null } | null {
  const main = mainFile[balancer];
  const own = files[balancer];
  const before = own[main];
  const mustKeep = before !== undefined && before !== text && before !== start[balancer][main];
  if (!mustKeep) return { files: { ...files, balancer, [balancer]: { ...own, [main]: text } }, kept: null };
  if (Object.keys(own).length >= fileLimits.maxFiles) return null;
  const kept = freeName(own, balancer === 'nginx' ? 'conf' : 'cfg');
  return { files: { ...files, balancer, [balancer]: { ...own, [main]: text, [kept]: before } }, kept };
}
