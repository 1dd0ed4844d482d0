import { createReadStream } from 'node:fs';
import type { AgentCommand } from '@/labs/protocol/agent-frames';
import { ServerName } from '@/labs/protocol/names';
import type { AgentRole } from './agent-role';
import { createLineSplitter, emit, parseCommand } from './frames';

/** The service pings far more often; silence means that nobody owns this cell any more. */
const silenceLimitMs = 60_000;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Only the role's own modules are evaluated, which saves memory in every container. */
async function createRole(name: string | undefined, server: ServerName | null): Promise<AgentRole> {
  if (name === 'balancer') return (await import('./balancer/balancer-role')).createBalancerRole();
  if (name === 'app') return (await import('./app/app-role')).createAppRole(server ?? 'app1');
  if (name === 'traffic') return (await import('./traffic/traffic-role')).createTrafficRole();
  throw new Error('usage: node agent.mjs balancer|app|traffic');
}

async function answer(role: AgentRole, command: AgentCommand): Promise<void> {
  try {
    const result = command.type === 'ping' ? null : await role.handle(command);
    emit({ type: 'done', id: command.id, result: result ?? null });
  } catch (error) {
    emit({ type: 'failed', id: command.id, message: messageOf(error) });
  }
}

/** Not `process.exit`: it would wait for the read of stdin that is under way. */
const end = () => process.kill(process.pid, 'SIGKILL');

async function main(): Promise<void> {
  const name = process.argv[2];
  const server = name === 'app' ? ServerName.parse(process.env['LAB_SERVER'] ?? 'app1') : null;
  const role = await createRole(name, server);
  const silence = setTimeout(end, silenceLimitMs);
  process.stdout.on('error', end);
  process.on('SIGTERM', end);
  await role.start();
  const split = createLineSplitter((line) => {
    const parsed = parseCommand(line);
    silence.refresh();
    if (parsed.ok) void answer(role, parsed.command);
    else if (parsed.id !== null) emit({ type: 'failed', id: parsed.id, message: parsed.message });
  });
  // Not `process.stdin`: it makes the pipe non-blocking for every process that shares it, and the app's launcher, which reads after us, would fail with EAGAIN.
  createReadStream('', { fd: 0 })
    .on('data', (chunk) => split(Buffer.from(chunk)))
    .on('end', end)
    .on('error', end);
  emit({ type: 'hello', role: name === 'balancer' || name === 'traffic' ? name : 'app', server });
}

await main();
