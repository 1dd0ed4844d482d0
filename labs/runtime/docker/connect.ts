import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { homedir } from 'node:os';
import path from 'node:path';
import Docker from 'dockerode';
import { z } from 'zod';

/** Where an engine is expected to listen, and how that was found out (for messages). */
export type EngineAddress = { url: string; source: 'DOCKER_HOST' | 'context' | 'default' };

type Environment = Readonly<Record<string, string | undefined>>;

const CliConfig = z.object({ currentContext: z.string().optional() });
const ContextMeta = z.object({ Endpoints: z.object({ docker: z.object({ Host: z.string() }) }) });

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function findContextUrl(env: Environment): string | null {
  const folder = env.DOCKER_CONFIG || path.join(homedir(), '.docker');
  const config = CliConfig.safeParse(readJson(path.join(folder, 'config.json')));
  const name = env.DOCKER_CONTEXT || (config.success ? config.data.currentContext : undefined);
  if (!name || name === 'default') return null;
  const digest = createHash('sha256').update(name).digest('hex');
  const meta = ContextMeta.safeParse(readJson(path.join(folder, 'contexts/meta', digest, 'meta.json')));
  return meta.success ? meta.data.Endpoints.docker.Host : null;
}

function findDefaultSocket(env: Environment): string {
  const candidates = [
    '/var/run/docker.sock',
    path.join(homedir(), '.docker/run/docker.sock'),
    ...(env.XDG_RUNTIME_DIR ? [path.join(env.XDG_RUNTIME_DIR, 'docker.sock')] : []),
    `/run/user/${process.getuid?.() ?? 0}/docker.sock`,
  ];
  return candidates.find((file) => existsSync(file)) ?? '/var/run/docker.sock';
}

/** The engine that the environment names: DOCKER_HOST, then the Docker context in use, then the usual sockets (rootless last). */
export function findEngineAddress(env: Environment = process.env): EngineAddress {
  if (env.DOCKER_HOST) return { url: env.DOCKER_HOST, source: 'DOCKER_HOST' };
  const context = findContextUrl(env);
  if (context) return { url: context, source: 'context' };
  return { url: `unix://${findDefaultSocket(env)}`, source: 'default' };
}

/**
 * A client for the engine; connects with the first call. Connections are not kept between calls:
 * one that a restarted engine has closed would fail the next call.
 */
export function connectDocker(address: EngineAddress = findEngineAddress()): Docker {
  const agent = new http.Agent({ keepAlive: false });
  if (address.url.startsWith('unix://')) {
    const options = { socketPath: address.url.slice('unix://'.length), agent };
    return new Docker(options);
  }
  const url = new URL(address.url.includes('//') ? address.url : `tcp://${address.url}`);
  // dockerode reads DOCKER_TLS_VERIFY and DOCKER_CERT_PATH itself, and needs no agent of ours for TLS and ssh.
  if (url.protocol === 'ssh:')
    return new Docker({ protocol: 'ssh', host: url.hostname, port: url.port || 22, username: url.username });
  const secure = process.env.DOCKER_TLS_VERIFY === '1' || url.port === '2376';
  const options = { host: url.hostname, port: url.port || (secure ? 2376 : 2375) };
  const plain = { ...options, protocol: 'http' as const, agent };
  return secure ? new Docker({ ...options, protocol: 'https' }) : new Docker(plain);
}
