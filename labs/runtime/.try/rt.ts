import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { randomUUID } from 'node:crypto';
const rt = new DockerCellRuntime({
  instance: 'rt-try',
  image: process.env.IMG ?? 'system-design-mastery-lab:d4bb362fdf14bab1',
});
console.log(await rt.health());
for (let i = 0; i < 4; i++) {
  const t = performance.now();
  const id = randomUUID();
  const cell = await rt.launch({ cellId: id, expiresAt: Date.now() + 60000 });
  const up = performance.now() - t;
  await Promise.all(
    Object.values(cell.nodes).map(
      (n) =>
        new Promise<void>((r) =>
          n.onLine((l) => {
            if (l.includes('hello')) r();
          }),
        ),
    ),
  );
  console.log('up', Math.round(up), 'hello', Math.round(performance.now() - t));
  if (i === 0) {
    const ms = async (name: string, f: () => Promise<unknown>) => {
      const t = performance.now();
      const r = await f();
      console.log(name, Math.round((performance.now() - t) * 10) / 10, r);
    };
    const n = cell.nodes.app2;
    const ping = () =>
      new Promise<void>((r) => {
        const off = n.onLine((l) => {
          if (l.includes('done')) {
            off();
            r();
          }
        });
        n.send(JSON.stringify({ type: 'ping', id: 1 }));
      });
    n.onExit((e) => console.log('exit', e));
    await ms('ping', ping);
    await ms('ping', ping);
    await ms('pause', () => n.pause());
    await ms('resume', () => n.resume());
    await ms('ping', ping);
    await ms('unplug', () => n.unplug());
    await ms('plug', () => n.plug());
    await ms('restart', () => n.restart());
    await ms('ping', ping);
    await ms('unplug', () => n.unplug());
    await ms('restart', () => n.restart());
    await ms('ping', ping);
    await ms('pause', () => n.pause());
    await ms('restart', () => n.restart());
    await ms('ping', ping);
    for (const [k, n] of Object.entries(cell.nodes)) await ms('mem ' + k, () => n.memoryBytes());
    await ms('pause', () => n.pause());
    console.log(await rt.list());
    await ms('remove', () => rt.remove(id));
    await ms('remove', () => rt.remove(id));
    console.log(await rt.list());
  } else await rt.remove(id);
}
await rt.close();
