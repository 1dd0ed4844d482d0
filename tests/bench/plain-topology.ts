import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { serverNames } from '@/labs/protocol/names';

/**
 * The same five containers with no code of ours: a stock Nginx over three Node servers, and a client that ends with
 * its first routed request. Started by plain API calls or by docker-compose, it is what a cell is compared with.
 */
const serverProgram = `require('http').createServer((q,r)=>r.end('ok')).listen(8080)`;
/** Gives a connection 50 ms: before the balancer is there nobody answers its address, and TCP itself would wait for seconds. */
const clientProgram = `const h=require('http');const t=()=>{let over=false;const again=()=>{if(!over){over=true;q.destroy();setTimeout(t,5)}};const q=h.get('http://'+process.env.BALANCER+'/',{timeout:50,agent:false},r=>{r.resume();r.statusCode===200?process.exit(0):again()}).on('error',again).on('timeout',again)};t();setTimeout(()=>process.exit(1),20000)`;
const balancerScript = `printf '%s' "$CONFIGURATION" > /run/nginx.conf; exec nginx -c /run/nginx.conf -g 'daemon off; pid /run/nginx.pid;'`;

const commands: Record<string, string[]> = {
  balancer: ['sh', '-c', balancerScript],
  ...Object.fromEntries(serverNames.map((name) => [name, ['node', '-e', serverProgram]])),
  client: ['node', '-e', clientProgram],
};

/** Fixed addresses, as a cell has them: otherwise the baseline would wait for names of containers that are not there yet. */
const addressesIn = (prefix: string, firstHost: number): Record<string, string> =>
  Object.fromEntries(Object.keys(commands).map((role, index) => [role, `${prefix}.${firstHost + index}`]));
const configurationFor = (addresses: Record<string, string>) =>
  `events {} http { upstream pool { ${serverNames.map((name) => `server ${addresses[name]}:8080;`).join(' ')} } server { listen 80; location / { proxy_pass http://pool; } } }`;
const environmentFor = (addresses: Record<string, string>) => ({
  CONFIGURATION: configurationFor(addresses),
  BALANCER: addresses.balancer ?? '',
});
const tmpfs = ['/run', '/tmp', '/var/log/nginx', '/var/lib/nginx'];
const memoryBytes = 160 * 1024 * 1024;

/** Creates and starts everything in parallel; resolves with the time until the client's first routed request, in ms. */
export async function startByApiCalls(docker: Docker, image: string, name: string): Promise<number> {
  const containers: Docker.Container[] = [];
  const addresses = addressesIn('198.19.255', 242);
  const environment = Object.entries(environmentFor(addresses)).map(([key, value]) => `${key}=${value}`);
  const start = performance.now();
  const network = await docker.createNetwork({
    Name: name,
    Internal: true,
    IPAM: { Config: [{ Subnet: '198.19.255.240/28' }] },
  });
  try {
    const started = Object.entries(commands).map(async ([role, command]) => {
      const container = await docker.createContainer({
        name: `${name}-${role}`,
        Image: image,
        Cmd: command,
        User: '33:33',
        Env: environment,
        HostConfig: {
          NetworkMode: name,
          Memory: memoryBytes,
          Init: true,
          Tmpfs: Object.fromEntries(tmpfs.map((folder) => [folder, 'rw,uid=33,gid=33'])),
        },
        NetworkingConfig: {
          EndpointsConfig: {
            [name]: { IPAMConfig: { IPv4Address: addresses[role] ?? '' } },
          },
        },
      });
      containers.push(container);
      await container.start();
      return container;
    });
    const client = (await Promise.all(started)).at(-1);
    const exit = await client?.wait();
    if (exit?.StatusCode !== 0) throw new Error('The plain topology routed no request within 20 s.');
    return performance.now() - start;
  } finally {
    await Promise.allSettled(containers.map((container) => container.remove({ force: true, v: true })));
    await network.remove();
  }
}

const run = promisify(execFile);

export async function findCompose(): Promise<string[] | null> {
  for (const command of [['docker-compose'], ['docker', 'compose']]) {
    const [program = '', ...args] = command;
    const found = await run(program, [...args, 'version']).then(
      () => true,
      () => false,
    );
    if (found) return command;
  }
  return null;
}

/** The same topology by `docker-compose up -d`; the time until the client's first routed request, in ms. */
export async function startByCompose(
  compose: string[],
  docker: Docker,
  image: string,
  name: string,
): Promise<number> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'compose-'));
  const file = path.join(folder, 'compose.json');
  const addresses = addressesIn('198.19.255', 226);
  const services = Object.fromEntries(
    Object.entries(commands).map(([role, command]) => [
      role,
      {
        image,
        // Compose would substitute the shell's variables.
        command: command.map((word) => word.replaceAll('$', '$$$$')),
        user: '33:33',
        init: true,
        mem_limit: memoryBytes,
        tmpfs: tmpfs.map((target) => `${target}:rw,uid=33,gid=33`),
        environment: environmentFor(addresses),
        networks: { net: { ipv4_address: addresses[role] } },
      },
    ]),
  );
  const networks = { net: { internal: true, ipam: { config: [{ subnet: '198.19.255.224/28' }] } } };
  await writeFile(file, JSON.stringify({ version: '2.4', services, networks }));
  const [program = '', ...args] = [...compose, '-p', name, '-f', file];
  try {
    const start = performance.now();
    await run(program, [...args, 'up', '-d']);
    const [client] = await docker.listContainers({
      all: true,
      filters: { label: [`com.docker.compose.project=${name}`, 'com.docker.compose.service=client'] },
    });
    const exit = client && (await docker.getContainer(client.Id).wait());
    if (exit?.StatusCode !== 0) throw new Error('The composed topology routed no request within 20 s.');
    return performance.now() - start;
  } finally {
    await run(program, [...args, 'down', '-t', '0']);
    await rm(folder, { recursive: true, force: true });
  }
}
