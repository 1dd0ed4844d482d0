import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { emit } from '../frames';
import type { AgentRole } from '../agent-role';
import { unsupportedCommand } from '../unsupported-command';
import { applyConfiguration, type ApplyContext } from './apply-configuration';
import { readCellFacts, runFolder } from './cell-facts';
import { createConfigFolder } from './config-folders';
import { createHaproxyProcess } from './haproxy-process';
import { createLogTail } from './log-tail';
import { createNginxProcess } from './nginx-process';

const ownFolders = [runFolder, '/run/haproxy', '/run/lock', '/var/log/nginx', '/var/log/haproxy'];

/** Role `balancer`: keeps Nginx or HAProxy running with the learner's files. Applies come one after the other. */
export function createBalancerRole(): AgentRole {
  let context: ApplyContext | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    async start() {
      for (const folder of ownFolders) mkdirSync(folder, { recursive: true });
      const folders = { nginx: createConfigFolder('nginx'), haproxy: createConfigFolder('haproxy') };
      folders.nginx.populate();
      folders.haproxy.populate();
      const tail = createLogTail(
        [runFolder, '/var/log', '/var/log/nginx', '/var/log/haproxy'],
        { 'nginx.out': 'nginx' },
        emit,
      );
      tail.start();
      context = {
        facts: await readCellFacts(),
        folders,
        processes: {
          nginx: createNginxProcess(path.join(runFolder, 'nginx.out'), tail.emergenciesSince, (reason) =>
            emit({ type: 'balancer-exit', balancer: 'nginx', reason }),
          ),
          haproxy: createHaproxyProcess(
            (text) => tail.add('haproxy', text),
            (reason) => emit({ type: 'balancer-exit', balancer: 'haproxy', reason }),
          ),
        },
      };
    },
    async handle(command) {
      if (command.type !== 'apply' || !context) throw unsupportedCommand('balancer', command);
      const known = context;
      const outcome = queue.then(() => applyConfiguration(known, command.balancer, command.files));
      queue = outcome.catch(() => undefined);
      return outcome;
    },
  };
}
