import { expect, test } from 'vitest';
import { countConnections } from './count-connections.js';

test('twenty requests make twenty connections without keep-alive, and one with it', async () => {
  expect(await countConnections(20, false)).toBe(20);
  expect(await countConnections(20, true)).toBe(1);
});
