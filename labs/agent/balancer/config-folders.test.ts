import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConfigFolder } from './config-folders';

let root: string;
let live: string;
const at = (name: string) => path.join(live, name);
const text = (name: string) => readFileSync(at(name), 'utf8');

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'config-folders-'));
  live = path.join(root, 'live');
  const stock = path.join(root, 'stock');
  mkdirSync(live);
  mkdirSync(path.join(stock, 'sites-available'), { recursive: true });
  mkdirSync(path.join(stock, 'sites-enabled'));
  writeFileSync(path.join(stock, 'mime.types'), 'stock types');
  writeFileSync(path.join(stock, 'sites-available/default'), 'stock site');
  symlinkSync(at('sites-available/default'), path.join(stock, 'sites-enabled/default'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const folder = () => createConfigFolder('nginx', live, path.join(root, 'stock'));

test("the learner's files lie over the stock files, and what the learner removes disappears", () => {
  const config = folder();
  config.write({ 'nginx.conf': 'a', 'conf.d/pool.conf': 'b', 'mime.types': 'mine' });
  expect([text('nginx.conf'), text('conf.d/pool.conf'), text('mime.types')]).toEqual(['a', 'b', 'mine']);
  config.write({ 'nginx.conf': 'a2' });
  expect(text('nginx.conf')).toBe('a2');
  expect(existsSync(at('conf.d/pool.conf'))).toBe(false);
  expect(text('mime.types')).toBe('stock types');
});

test('a file replaces a stock link and leaves the file behind the link alone', () => {
  folder().write({ 'nginx.conf': 'a', 'sites-enabled/default': 'mine' });
  expect(lstatSync(at('sites-enabled/default')).isSymbolicLink()).toBe(false);
  expect(text('sites-available/default')).toBe('stock site');
});
