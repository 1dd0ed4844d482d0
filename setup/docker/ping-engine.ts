import { connectDocker } from '@/labs/runtime/docker/connect';
import { callEngine, isPermissionDenied } from '@/labs/runtime/docker/engine-call';

export type EngineAnswer = 'answers' | 'no-permission' | 'silent';

/** Whether the engine that the environment names (DOCKER_HOST, contexts, usual sockets) answers this user. */
export async function pingEngine(signal?: AbortSignal): Promise<EngineAnswer> {
  try {
    const docker = connectDocker();
    await callEngine({ name: 'ping', deadlineMs: 3000, signal }, () => docker.ping());
    return 'answers';
  } catch (error) {
    signal?.throwIfAborted();
    return isPermissionDenied(error) ? 'no-permission' : 'silent';
  }
}
