import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';

export type ExecResult = { code: number | null; output: string };

const maxOutputBytes = 256 * 1024;

/** Runs a command inside a container as its own user, as an intruder would, and gives its exit code and its output. */
export async function execInContainer(
  docker: Docker,
  container: Docker.Container,
  command: string[],
  deadlineMs = 30_000,
): Promise<ExecResult> {
  const exec = await container.exec({ Cmd: command, AttachStdout: true, AttachStderr: true });
  const stream = await exec.start({ hijack: true });
  const sink = new PassThrough();
  const chunks: Buffer[] = [];
  let size = 0;
  sink.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
  });
  docker.modem.demuxStream(stream, sink, sink);
  const timer = setTimeout(
    () => stream.destroy(new Error(`"${command.join(' ').slice(0, 80)}" ran longer than ${deadlineMs} ms.`)),
    deadlineMs,
  );
  try {
    await finished(stream, { writable: false });
  } finally {
    clearTimeout(timer);
  }
  const { ExitCode: code } = await exec.inspect();
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}
