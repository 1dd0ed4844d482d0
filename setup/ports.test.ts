import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort, requireFreePort } from './ports';

it('a port in use names the variable to change', async () => {
  const port = await findFreePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, resolve));
  await expect(requireFreePort(port, 'LAB_PORT')).rejects.toThrow(
    `Port ${port} is in use by another program: stop that program, or choose another port with LAB_PORT`,
  );
  await new Promise((resolve) => server.close(resolve));
  await requireFreePort(port, 'LAB_PORT');
});
