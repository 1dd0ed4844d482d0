import type Docker from 'dockerode';
import { type EngineMessage, readEngineStream } from './engine-stream';
import type { OnImageProgress } from './image-progress';

/** A machine without a registry must not wait: so long the registry may be silent before its first word, and between two. */
const silenceMs = { beforeFirst: 6_000, between: 60_000 } as const;

type Layer = { current: number; total: number };

function describeLayers(layers: ReadonlyMap<string, Layer>): { text: string; percent: number | null } {
  const all = [...layers.values()];
  const total = all.reduce((sum, layer) => sum + layer.total, 0);
  const current = all.reduce((sum, layer) => sum + layer.current, 0);
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return {
    text: `Downloading the Debian image: ${megabytes(current)} of ${megabytes(total)} MB in ${all.length} layer${all.length === 1 ? '' : 's'}`,
    percent: total > 0 ? Math.floor((100 * current) / total) : null,
  };
}

/** Pulls `image` with layer progress. Returns why it could not, or null when it is there. */
export async function pullBase(
  docker: Docker,
  image: string,
  onProgress: OnImageProgress,
  signal?: AbortSignal,
): Promise<string | null> {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error('No container registry answered.'));
  let timer = setTimeout(giveUp, silenceMs.beforeFirst);
  const layers = new Map<string, Layer>();
  const onMessage = (message: EngineMessage) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceMs.between);
    const { current, total } = message.progressDetail ?? {};
    if (message.id === undefined || current === undefined || total === undefined) return;
    if (message.status !== 'Downloading') return;
    layers.set(message.id, { current, total });
    onProgress({ step: 'download', ...describeLayers(layers) });
  };
  try {
    const abortSignal = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
    const [name, tag] = image.split(':');
    const options = { fromImage: name ?? image, tag: tag ?? 'latest', abortSignal };
    await readEngineStream(await docker.createImage(options), onMessage);
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    if (silence.signal.aborted) return 'No container registry answered.';
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
