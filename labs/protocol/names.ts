import { z } from 'zod';

/** The two balancers that a learner may choose; the image of every cell holds both. */
export const Balancer = z.enum(['nginx', 'haproxy']);
export type Balancer = z.infer<typeof Balancer>;

/** An app server of a cell. It listens on port 8080 under this host name. */
export const ServerName = z.enum(['app1', 'app2', 'app3']);
export type ServerName = z.infer<typeof ServerName>;

export const serverNames: readonly ServerName[] = ServerName.options;

/** Every container of a cell. The balancer listens where the learner's configuration says, by convention on :80. */
export const NodeName = z.enum(['balancer', 'app1', 'app2', 'app3', 'traffic']);
export type NodeName = z.infer<typeof NodeName>;

/** Folder name of a scenario without its number: `labs/scenarios/03-failover` is `failover`. */
export const ScenarioSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const RunId = z.uuid();
export const LearnerId = z.string().min(1).max(64);
