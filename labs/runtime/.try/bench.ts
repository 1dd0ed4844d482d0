import { connectDocker } from '@/labs/runtime/docker/connect';
const docker = connectDocker();
const image = process.env.IMG ?? 'system-design-mastery-lab:d4bb362fdf14bab1';
const nodes = ['balancer', 'traffic', 'app1', 'app2', 'app3'];
const ips = ['2', '3', '4', '5', '6'];
const variant = process.argv[2]!;
const opts: any = (cell: string, name: string, ip: string, extra: any = {}) => ({
  name: `${cell}-${name}`,
  Image: image,
  Cmd: name.startsWith('app')
    ? ['sh', '-c', 'while :; do node /usr/local/lib/lab/agent.mjs app; read -r line || exit 0; done']
    : [
        'node',
        '--max-old-space-size=48',
        '/usr/local/lib/lab/agent.mjs',
        name === 'balancer' ? 'balancer' : 'traffic',
      ],
  User: '33:33',
  OpenStdin: true,
  AttachStdin: true,
  AttachStdout: true,
  AttachStderr: true,
  Env: [`LAB_SERVER=${name}`],
  Labels: { 'rt.bench': '1' },
  HostConfig: {
    NetworkMode: cell,
    ReadonlyRootfs: true,
    Init: process.env.NOINIT ? false : true,
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    Memory: 128 << 20,
    MemorySwap: 128 << 20,
    PidsLimit: 64,
    NanoCpus: 1e9,
    LogConfig: { Type: process.env.LOG ?? 'none', Config: {} },
    Dns: ['198.51.100.1'],
    DnsOptions: ['timeout:1', 'attempts:1'],
    IpcMode: process.env.IPC ?? 'private',
    CgroupnsMode: process.env.CGNS ?? 'private',
    Tmpfs:
      name === 'balancer'
        ? Object.fromEntries(
            [
              '/etc/nginx',
              '/etc/haproxy',
              '/run',
              '/tmp',
              '/var/log',
              '/var/lib/nginx',
              '/var/lib/haproxy',
              '/var/cache/nginx',
            ].map((p) => [p, 'rw,noexec,nosuid,nodev,uid=33,gid=33,size=4m']),
          )
        : { '/tmp': 'rw,noexec,size=1m' },
    ...extra,
  },
  NetworkingConfig: { EndpointsConfig: { [cell]: { Aliases: [name], IPAMConfig: { IPv4Address: ip } } } },
});
const net = (cell: string, n: number) =>
  docker.createNetwork({
    Name: cell,
    Driver: 'bridge',
    Internal: true,
    EnableIPv6: false,
    Labels: { 'rt.bench': '1' },
    IPAM: { Driver: 'default', Config: [{ Subnet: `198.19.${n}.0/28` }] },
    Options: { 'com.docker.network.bridge.inhibit_ipv4': 'true' },
  });
async function up(c: any, mark?: (s: string) => void) {
  const stream: any = await c.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true });
  const hello = new Promise<void>((r) => stream.once('data', () => r()));
  mark?.('attached');
  await c.start();
  mark?.('started');
  await hello;
  mark?.('hello');
  return stream;
}
const times: number[] = [];
for (let i = 0; i < Number(process.argv[3] ?? 5); i++) {
  const cell = `rtb-${process.pid}-${i}`;
  const n = i + 1;
  const t = performance.now();
  const log: string[] = [];
  const mark = (s: string) => log.push(`${s}@${Math.round(performance.now() - t)}`);
  let streams: any[] = [];
  const containers: any[] = [];
  if (variant === 'A') {
    await net(cell, n);
    mark('net');
    streams = await Promise.all(
      nodes.map(async (name, k) => {
        const c = await docker.createContainer(opts(cell, name, `198.19.${n}.${ips[k]}`));
        containers.push(c);
        mark('created');
        return up(c, mark);
      }),
    );
  }
  if (variant === 'B') {
    const np = net(cell, n).then(() => mark('net'));
    streams = await Promise.all(
      nodes.map(async (name, k) => {
        const c = await docker.createContainer(opts(cell, name, `198.19.${n}.${ips[k]}`));
        containers.push(c);
        mark('created');
        await np;
        return up(c, mark);
      }),
    );
  }
  if (variant === 'C') {
    const np = net(cell, n).then(() => mark('net'));
    streams = await Promise.all(
      nodes.map(async (name, k) => {
        const o = opts(cell, name, `198.19.${n}.${ips[k]}`, { NetworkMode: 'none' });
        delete o.NetworkingConfig;
        const c = await docker.createContainer(o);
        containers.push(c);
        mark('created');
        await np;
        const s = await up(c, mark);
        const nn = await docker.getNetwork('none').disconnect({ Container: c.id });
        await docker.getNetwork(cell).connect({
          Container: c.id,
          EndpointConfig: { Aliases: [name], IPAMConfig: { IPv4Address: `198.19.${n}.${ips[k]}` } },
        });
        mark('connected');
        return s;
      }),
    );
  }
  times.push(performance.now() - t);
  console.log(Math.round(times.at(-1)!), log.join(' '));
  const t2 = performance.now();
  streams.forEach((s) => s.destroy());
  await Promise.all(containers.map((c) => c.remove({ force: true })));
  await docker.getNetwork(cell).remove();
  console.log('removed', Math.round(performance.now() - t2));
}
console.log(variant, 'median', Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!));
