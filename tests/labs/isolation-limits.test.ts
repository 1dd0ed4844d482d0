import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeName } from '@/labs/protocol/names';
import type { Cell } from '@/labs/runtime/cell-runtime';
import { ContractAgent } from '@/labs/runtime/contract-agent';
import { openTestRuntime, type TestRuntime } from '@/tests/support/docker-cells';
import { execInContainer } from '@/tests/support/docker-exec';

/** Folders that the balancer may write to, with their sizes in MiB. */
const balancerFolders = [
  ['/etc/nginx', 4],
  ['/etc/haproxy', 4],
  ['/run', 4],
  ['/tmp', 16],
  ['/var/log', 8],
  ['/var/lib/nginx', 16],
  ['/var/lib/haproxy', 2],
  ['/var/cache/nginx', 16],
] as const;
const othersAnswerWithinMs = 10_000;

let rig: TestRuntime;
let mine: Cell;
let neighbour: Cell;
let agents: Record<NodeName, ContractAgent>;
let neighbourAgents: ContractAgent[];
let heartbeat: NodeJS.Timeout;

const listen = (cell: Cell, node: NodeName) => new ContractAgent(cell.nodes[node]);
const sh = (node: NodeName, script: string, deadlineMs?: number) =>
  execInContainer(rig.docker, rig.container(mine, node), ['sh', '-c', script], deadlineMs);

/** The other containers of the cell, and another learner's cell, go on as if nothing were. */
async function expectOthersUndisturbed(attacker: NodeName = 'balancer'): Promise<void> {
  const others = NodeName.options.filter((name) => name !== attacker).map((name) => agents[name]);
  await Promise.all([...others, ...neighbourAgents].map((agent) => agent.ping(othersAnswerWithinMs)));
}

/** The balancer's container, started anew if the attack ended it. */
async function balancerAnswers(): Promise<void> {
  const from = agents.balancer.events.length;
  await mine.nodes.balancer.restart();
  await agents.balancer.hello({ from });
  await agents.balancer.ping();
}

beforeAll(async () => {
  rig = await openTestRuntime();
  [mine, neighbour] = await Promise.all([rig.launch(), rig.launch()]);
  agents = {
    balancer: listen(mine, 'balancer'),
    app1: listen(mine, 'app1'),
    app2: listen(mine, 'app2'),
    app3: listen(mine, 'app3'),
    traffic: listen(mine, 'traffic'),
  };
  neighbourAgents = NodeName.options.map((name) => listen(neighbour, name));
  const all = [...Object.values(agents), ...neighbourAgents];
  await Promise.all(all.map((agent) => agent.ping()));
  // An agent that hears nothing for a minute ends itself.
  heartbeat = setInterval(() => all.forEach((agent) => agent.post({ type: 'ping' })), 10_000);
});
afterAll(() => {
  clearInterval(heartbeat);
  return rig.close();
});

describe.each(NodeName.options)('%s', (node) => {
  test('runs without a right: no root, no capability, nothing to gain, system calls filtered', async () => {
    const { output } = await sh(node, 'cat /proc/1/status');
    const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(output)?.[1]?.trim();
    expect(field('Uid')).toBe('33\t33\t33\t33');
    expect(field('Gid')).toBe('33\t33\t33\t33');
    for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      expect([set, field(set)]).toEqual([set, '0000000000000000']);
    expect(field('NoNewPrivs')).toBe('1');
    expect(field('Seccomp')).toBe('2');
  });

  test('cannot become root, mount, or make a namespace of its own', async () => {
    const attempts = [
      `node -e 'process.setuid(0)'`,
      'mount -t tmpfs none /tmp',
      'unshare --user --map-root-user true',
      'chown 0:0 /tmp',
      'mknod /tmp/device b 8 0',
      'kill -0 -- -1 2>/dev/null && echo 1 > /proc/sys/kernel/panic',
      'cat /proc/kcore > /dev/null',
    ];
    for (const attempt of attempts) {
      const { code, output } = await sh(node, attempt);
      expect([attempt, code === 0, output]).toEqual([attempt, false, expect.any(String)]);
    }
  });

  test('has a root that cannot be written, and no way to the host’s files', async () => {
    for (const file of [
      '/file',
      '/usr/bin/file',
      '/etc/file',
      '/usr/local/lib/lab/agent.mjs',
      '/etc/hosts',
    ]) {
      const { code } = await sh(node, `echo x >> ${file}`);
      expect([file, code === 0]).toEqual([file, false]);
    }
    const { output } = await sh(node, 'cat /proc/mounts');
    const mounts = output.split('\n').map((line) => line.split(' '));
    // What comes from a disk of the host: Docker's own three files and its init, all of them read-only.
    const fromHost = mounts.filter(([source]) => source?.startsWith('/'));
    const docker = [
      '/etc/hosts',
      '/etc/hostname',
      '/etc/resolv.conf',
      '/sbin/docker-init',
      '/usr/sbin/docker-init',
    ];
    expect(fromHost.filter(([, target]) => !docker.includes(target ?? ''))).toEqual([]);
    expect(fromHost.filter(([, , , options]) => !options?.split(',').includes('ro'))).toEqual([]);
    const { code } = await sh(node, 'ls /var/run/docker.sock /run/docker.sock /dev/sda /dev/vda /dev/shm');
    expect(code).not.toBe(0);
  });

  test('runs no program from a folder that it can write to', async () => {
    const { code, output } = await sh(
      node,
      'cp /bin/true /tmp/program && chmod +x /tmp/program && /tmp/program',
    );
    expect(code).toBe(126);
    expect(output).toContain('Permission denied');
  });

  test('sees its own processes only', async () => {
    const { output } = await sh(node, 'cat /proc/[0-9]*/comm');
    const foreign = /^(dockerd|containerd.*|systemd|sshd|postgres|vitest)$/m;
    expect(output).not.toMatch(foreign);
  });

  test('opens no more than 4096 files', async () => {
    const { output } = await sh(
      node,
      `node -e 'const fs=require("fs");let n=0;try{for(;;n++)fs.openSync("/dev/null")}catch(e){console.log(n<4096,e.code)}'`,
    );
    expect(output.trim()).toBe('true EMFILE');
  });
});

describe('what one container may use up', () => {
  test.each(balancerFolders)(
    'a full %s ends at %i MiB and leaves the others undisturbed',
    async (folder, sizeMebibytes) => {
      const file = `${folder}/fill`;
      const { code, output } = await sh(
        'balancer',
        `dd if=/dev/zero of=${file} bs=1M count=400 2>&1; stat -c %s ${file}`,
      );
      expect(code).toBe(0);
      expect(output).toContain('No space left on device');
      const size = Number(output.trim().split('\n').at(-1));
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(sizeMebibytes * 1024 * 1024);
      await expectOthersUndisturbed();
      await sh('balancer', `rm ${file}`);
    },
  );

  test.each([
    ['balancer', 256],
    ['app1', 48],
  ] as const)('a fork bomb in %s stops at %i processes', async (node, limit) => {
    const bomb = 'i=0; while [ $i -lt 600 ]; do sleep 60 >/dev/null 2>&1 & i=$((i+1)); done';
    const { code, output } = await sh(node, bomb);
    expect(code).not.toBe(0);
    expect(output).toContain('Cannot fork');
    const { Processes: processes } = await rig.container(mine, node).top();
    expect(processes.length).toBeGreaterThan(limit / 2);
    expect(processes.length).toBeLessThanOrEqual(limit);
    await expectOthersUndisturbed(node);
    await mine.nodes[node].restart();
    await agents[node].ping();
  });

  test('a memory bomb is killed, and only in its own container', async () => {
    const bomb = 'const hoard=[];for(;;)hoard.push(Buffer.alloc(8<<20,1))';
    const { code } = await sh('balancer', `node -e '${bomb}'`, 60_000);
    expect(code).toBe(137);
    await expectOthersUndisturbed();
    await balancerAnswers();
  });

  test('uses no more than one processor', async () => {
    const usage = async () => {
      const options = { stream: false as const, 'one-shot': true };
      const { cpu_stats: cpu } = await rig.container(mine, 'balancer').stats(options);
      return {
        atMs: performance.now(),
        usedMs: cpu.cpu_usage.total_usage / 1e6,
        throttled: cpu.throttling_data,
      };
    };
    const before = await usage();
    await sh('balancer', 'for i in 1 2 3 4; do timeout 3 sh -c "while :; do :; done" & done; wait');
    const after = await usage();
    expect(after.usedMs - before.usedMs).toBeLessThan((after.atMs - before.atMs) * 1.15);
    await expectOthersUndisturbed();
  });
});

describe('a flood on stdout', () => {
  /** Lets the balancer write without end; gives the share of a processor that reading it took this process. */
  const flood = async (script: string): Promise<number> => {
    const rssBefore = process.memoryUsage().rss;
    let floods = 0;
    const stop = agents.balancer.node.onFlood(() => floods++);
    const [cpuBefore, startedAt] = [process.cpuUsage(), performance.now()];
    const running = sh('balancer', script, 60_000);
    await expect.poll(() => floods, { timeout: 20_000 }).toBeGreaterThan(0);
    await expectOthersUndisturbed();
    await running;
    const { user, system } = process.cpuUsage(cpuBefore);
    const share = (user + system) / 1000 / (performance.now() - startedAt);
    stop();
    expect((process.memoryUsage().rss - rssBefore) / 1024 / 1024).toBeLessThan(150);
    return share;
  };

  beforeAll(async () => {
    // From here on the balancer talks nonsense: only its floods are heard.
    await balancerAnswers();
  });

  test('of lines is read at a bounded pace', async () => {
    const line = JSON.stringify({ type: 'log', lines: [], dropped: 0 });
    const share = await flood(`timeout 5 yes '${line}' > /proc/1/fd/1; true`);
    expect(share).toBeLessThan(0.5);
    // 4096 lines a second and a burst of 8192 are let through, whatever the container writes.
    expect(agents.balancer.events.filter(({ type }) => type === 'log').length).toBeLessThan(60_000);
  });

  test('of one endless line is dropped', async () => {
    const share = await flood(`timeout 5 sh -c 'tr "\\0" x < /dev/zero' > /proc/1/fd/1; echo > /proc/1/fd/1`);
    expect(share).toBeLessThan(0.5);
  });

  test('ends with a balancer that answers again', async () => {
    await balancerAnswers();
    await expectOthersUndisturbed();
  });
});
