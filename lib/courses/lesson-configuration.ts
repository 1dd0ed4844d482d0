import type { Balancer } from '@/labs/protocol/names';

const balancers: Record<string, Balancer> = { conf: 'nginx', cfg: 'haproxy' };

/** Whether a file beside a lesson is a whole configuration, and of which balancer: `configs/layer-4.conf`. */
export const configFile = (file: string): { file: string; balancer: Balancer } | null => {
  const ending = /^configs\/[a-z0-9]+(?:-[a-z0-9]+)*\.(conf|cfg)$/.exec(file)?.[1];
  const balancer = ending === undefined ? undefined : balancers[ending];
  return balancer === undefined ? null : { file, balancer };
};
