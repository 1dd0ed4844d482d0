import type Docker from 'dockerode';
import type { NodeName } from '@/labs/protocol/names';
import { type CellIdentity, cellLabels, cellName, containerName, labelKeys } from './cell-labels';
import type { Subnet } from './subnets';

const mebibyte = 1024 * 1024;
/** www-data, as Debian's Nginx and HAProxy packages expect. Agent and balancer share it: without CAP_KILL one could not end the other. */
const user = '33:33';
const agentPath = '/usr/local/lib/lab/agent.mjs';
/** A dead address of a documentation range (RFC 5737): names come from Docker's aliases, everything else must fail fast. */
const deadResolver = '198.51.100.1';

type NodeShape = {
  command: string[];
  memoryBytes: number;
  processes: number;
  /** Folder → size in MiB. All of them count against the container's memory. */
  folders: Readonly<Record<string, number>>;
};

const node = (heapMebibytes: number, role: string): string[] => [
  'node',
  '--optimize-for-size',
  '--v8-pool-size=1',
  `--max-old-space-size=${heapMebibytes}`,
  '--max-semi-space-size=1',
  agentPath,
  role,
];

const app: NodeShape = {
  // The agent may kill itself (a crash that a learner asked for); the next line on stdin starts it anew.
  command: ['sh', '-c', `while :; do ${node(32, 'app').join(' ')}; read -r line || exit 0; done`],
  memoryBytes: 96 * mebibyte,
  processes: 48,
  folders: { '/tmp': 1 },
};

const shapes: Readonly<Record<NodeName, NodeShape>> = {
  balancer: {
    command: node(48, 'balancer'),
    memoryBytes: 192 * mebibyte,
    // `worker_processes auto` and HAProxy's threads follow the host's cores, twice that while a reload is under way.
    processes: 256,
    folders: {
      '/etc/nginx': 4,
      '/etc/haproxy': 4,
      '/run': 4,
      '/tmp': 16,
      '/var/log': 8,
      '/var/lib/nginx': 16,
      '/var/lib/haproxy': 2,
      '/var/cache/nginx': 16,
    },
  },
  traffic: {
    command: node(64, 'traffic'),
    memoryBytes: 160 * mebibyte,
    processes: 48,
    folders: { '/tmp': 1 },
  },
  app1: app,
  app2: app,
  app3: app,
};

function tmpfsOf(folders: NodeShape['folders']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(folders).map(([folder, sizeMebibytes]) => {
      const mode = folder === '/tmp' ? '1777' : '0755';
      return [folder, `rw,noexec,nosuid,nodev,uid=33,gid=33,mode=${mode},size=${sizeMebibytes}m`];
    }),
  );
}

/** How a container is joined to its cell's network: under its name, always at the same address. */
export function endpointOf(nodeName: NodeName, subnet: Subnet): Docker.EndpointSettings {
  return { Aliases: [nodeName], IPAMConfig: { IPv4Address: subnet.addressOf(nodeName) } };
}

/**
 * The options of every container that there is: nothing else makes one. What is written here is proven by its effects
 * in tests/labs/isolation-*.test.ts.
 */
export function buildContainerOptions(
  cell: CellIdentity,
  nodeName: NodeName,
  subnet: Subnet,
  host: { image: string; runtime: string | null },
): Docker.ContainerCreateOptions {
  const shape = shapes[nodeName];
  const hostConfig: Docker.HostConfig & { CgroupnsMode: 'private' } = {
    NetworkMode: cellName(cell),
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    Privileged: false,
    ReadonlyRootfs: true,
    Tmpfs: tmpfsOf(shape.folders),
    Memory: shape.memoryBytes,
    // Equal to Memory: no swap.
    MemorySwap: shape.memoryBytes,
    // On a host that runs out of memory a cell goes before anything else.
    OomScoreAdj: 500,
    PidsLimit: shape.processes,
    NanoCpus: 1_000_000_000,
    Ulimits: [
      { Name: 'nofile', Soft: 4096, Hard: 4096 },
      { Name: 'core', Soft: 0, Hard: 0 },
    ],
    Init: true,
    // A namespace of its own, and no /dev/shm.
    IpcMode: 'none',
    CgroupnsMode: 'private',
    // Frames are read from the attached stream; nothing is written to the host's disk.
    LogConfig: { Type: 'none', Config: {} },
    RestartPolicy: { Name: 'no' },
    Sysctls: { 'net.ipv4.ip_unprivileged_port_start': '0' },
    Dns: [deadResolver],
    DnsOptions: ['timeout:1', 'attempts:1'],
    DnsSearch: ['.'],
    ...(host.runtime === null ? {} : { Runtime: host.runtime }),
  };
  return {
    name: containerName(cell, nodeName),
    Image: host.image,
    Hostname: nodeName,
    User: user,
    WorkingDir: '/',
    Cmd: shape.command,
    // Few threads, one malloc arena, and free memory given back at once: 2 MB less in each of five containers.
    Env: [
      'MALLOC_ARENA_MAX=1',
      'MALLOC_TRIM_THRESHOLD_=16384',
      'MALLOC_TOP_PAD_=0',
      'UV_THREADPOOL_SIZE=2',
      ...(nodeName.startsWith('app') ? [`LAB_SERVER=${nodeName}`] : []),
    ],
    Labels: { ...cellLabels(cell), [labelKeys.node]: nodeName },
    OpenStdin: true,
    StdinOnce: false,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: false,
    Tty: false,
    HostConfig: hostConfig,
    NetworkingConfig: { EndpointsConfig: { [cellName(cell)]: endpointOf(nodeName, subnet) } },
  };
}
