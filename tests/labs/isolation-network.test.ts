import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serverNames, type NodeName } from '@/labs/protocol/names';
import type { Cell } from '@/labs/runtime/cell-runtime';
import { ContractAgent } from '@/labs/runtime/contract-agent';
import {
  addressProgram,
  connectProgram,
  datagramProgram,
  lookupProgram,
} from '@/tests/support/cell-programs';
import { openTestRuntime, type TestRuntime } from '@/tests/support/docker-cells';
import { execInContainer } from '@/tests/support/docker-exec';
import { hostAddresses, listenOnHost } from '@/tests/support/host-listener';

const Strings = z.array(z.string());
/** The learner's configuration runs in the balancer; the others stand for every container of ours. */
const insiders: NodeName[] = ['balancer', 'app1', 'traffic'];

let host: Awaited<ReturnType<typeof listenOnHost>>;
let rig: TestRuntime;
let mine: Cell;
let other: Cell;

async function runNode(cell: Cell, node: NodeName, program: string): Promise<unknown> {
  const container = rig.container(cell, node);
  const { code, output } = await execInContainer(rig.docker, container, ['node', '-e', program]);
  if (code !== 0) throw new Error(`The program in ${node} ended with ${code}: ${output}`);
  return JSON.parse(output);
}

const openFrom = async (node: NodeName, targets: { host: string; port: number }[]) =>
  Strings.parse(await runNode(mine, node, connectProgram(targets)));

async function addressOf(cell: Cell, node: NodeName): Promise<string> {
  const addresses = Strings.parse(await runNode(cell, node, addressProgram));
  const found = addresses.find((address) => !address.startsWith('127.') && address !== '::1');
  if (!found) throw new Error(`${node} has no address.`);
  return found;
}

const gatewayOf = (address: string): string =>
  address.replace(/\d+$/, (last) => String(Number(last) - (Number(last) % 16) + 1));

beforeAll(async () => {
  host = await listenOnHost();
  rig = await openTestRuntime();
  [mine, other] = await Promise.all([rig.launch(), rig.launch()]);
  for (const cell of [mine, other])
    await Promise.all(serverNames.map((name) => new ContractAgent(cell.nodes[name]).ping()));
});
afterAll(async () => {
  await rig.close();
  host.close();
});

describe('positive controls: what is asked for below would answer if it could be reached', () => {
  test('the host reaches its own listener on every address that it has', async () => {
    const targets = hostAddresses().filter((address) => !address.startsWith('fe80:'));
    expect(targets.length).toBeGreaterThan(1);
    const program = connectProgram(targets.map((address) => ({ host: address, port: host.tcpPort })));
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', program]);
    expect(Strings.parse(JSON.parse(stdout))).toHaveLength(targets.length);
    await promisify(execFile)(process.execPath, [
      '-e',
      datagramProgram([{ host: '127.0.0.1', port: host.udpPort }]),
    ]);
    await expect.poll(() => host.seen.datagrams).toBe(1);
  });

  test('the balancer reaches the servers of its own cell, by name and by address', async () => {
    const address = await addressOf(mine, 'app1');
    const targets = ['app1', 'app2', 'app3', address].map((name) => ({ host: name, port: 8080 }));
    expect(await openFrom('balancer', targets)).toHaveLength(4);
  });

  test('the other cell’s servers answer inside their own cell', async () => {
    const open = await runNode(other, 'balancer', connectProgram([{ host: 'app1', port: 8080 }]));
    expect(open).toEqual(['app1 8080']);
  });
});

describe.each(insiders)('from %s of a cell', (node) => {
  test('no address of the host answers, the bridge’s gateway included', async () => {
    const seenBefore = { ...host.seen };
    const gateway = gatewayOf(await addressOf(mine, node));
    const addresses = [...hostAddresses().filter((address) => !/^(127\.|::1$)/.test(address)), gateway];
    const ports = [host.tcpPort, 22, 80, 2375, 3000, 3001, 5432];
    const targets = addresses.flatMap((address) => ports.map((port) => ({ host: address, port })));
    expect(await openFrom(node, targets)).toEqual([]);
    await runNode(
      mine,
      node,
      datagramProgram(addresses.map((address) => ({ host: address, port: host.udpPort }))),
    );
    expect(host.seen).toEqual(seenBefore);
  });

  test('no container of another cell answers', async () => {
    const names: NodeName[] = ['balancer', 'app1', 'traffic'];
    const addresses = await Promise.all(names.map((name) => addressOf(other, name)));
    const hosts = [...addresses, gatewayOf(addresses[0] ?? '')];
    const targets = hosts.flatMap((address) => [80, 8080].map((port) => ({ host: address, port })));
    expect(await openFrom(node, targets)).toEqual([]);
  });

  test('neither the metadata service of a cloud nor the internet answers', async () => {
    const targets = [
      { host: '169.254.169.254', port: 80 },
      { host: 'fd00:ec2::254', port: 80 },
      { host: '1.1.1.1', port: 443 },
      { host: '8.8.8.8', port: 53 },
      { host: '198.51.100.1', port: 53 },
    ];
    expect(await openFrom(node, targets)).toEqual([]);
  });

  test('names of the own cell resolve, all others fail within seconds', async () => {
    const startedAt = performance.now();
    const found = await runNode(mine, node, lookupProgram(['app2', 'example.com', 'www.example.org']));
    expect(found).toEqual({
      app2: await addressOf(mine, 'app2'),
      'example.com': null,
      'www.example.org': null,
    });
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });

  test('the host’s own name servers cannot be asked', async () => {
    const config = await readFile('/etc/resolv.conf', 'utf8');
    const servers = [...config.matchAll(/^nameserver\s+(\S+)/gm)].flatMap(([, address]) => address ?? []);
    expect(
      await openFrom(
        node,
        servers.map((address) => ({ host: address, port: 53 })),
      ),
    ).toEqual([]);
  });

  test('there is one network card, with one IPv4 address and no IPv6', async () => {
    const addresses = Strings.parse(await runNode(mine, node, addressProgram));
    const outer = addresses.filter((address) => !/^(127\.|::1$)/.test(address));
    expect(outer).toEqual([expect.stringMatching(/^198\.1[89]\.\d+\.\d+$/)]);
  });
});
