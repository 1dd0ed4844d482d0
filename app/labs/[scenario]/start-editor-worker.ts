/** A worker of several files is broken off at each of them at worst. */
const attempts = 5;
const pauseMs = 500;

/** Monaco's worker, once it runs. One whose download breaks off is started anew; rejects when that fails five times. */
export async function startEditorWorker(): Promise<Worker> {
  for (let attempt = 1; ; attempt++) {
    const worker = new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module' });
    if (await runs(worker)) return worker;
    worker.terminate();
    if (attempt === attempts) throw new Error('The editor’s worker could not be loaded.');
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function runs(worker: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (event: Event) => {
      event.preventDefault();
      worker.removeEventListener('message', settle);
      worker.removeEventListener('error', settle);
      resolve(event.type === 'message');
    };
    worker.addEventListener('message', settle);
    worker.addEventListener('error', settle);
  });
}
