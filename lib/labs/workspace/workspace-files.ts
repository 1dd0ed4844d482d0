import { z } from 'zod';
import { LabFiles } from '@/labs/protocol/files';
import { Balancer } from '@/labs/protocol/names';

/** A learner's configuration of one scenario: the files for both balancers and the choice between them. */
export const WorkspaceFiles = z.object({ balancer: Balancer, nginx: LabFiles, haproxy: LabFiles });
export type WorkspaceFiles = z.infer<typeof WorkspaceFiles>;

/** Files as they are stored; `revision` grows by one with every accepted save, 0 means never saved. */
export const SavedWorkspace = z.object({ files: WorkspaceFiles, revision: z.int().nonnegative() });
export type SavedWorkspace = z.infer<typeof SavedWorkspace>;
