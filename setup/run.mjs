// The first thing that runs, before anything is installed: plain JavaScript without dependencies that an old Node can read too.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'node_modules/.stamp');

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(
    `System Design Mastery needs Node 20.19 or newer and this is Node ${process.versions.node}: install a newer one from https://nodejs.org and start again.`,
  );
}

/** What is installed is right when it was installed from this very lockfile, by this kind of machine. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

/** @param {NodeJS.Signals[]} signals @param {import('node:child_process').ChildProcess} child */
function passOn(signals, child) {
  for (const signal of signals) process.on(signal, () => child.kill(signal));
}

/** @param {string} output */
function explainNpm(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return 'The disk is full: make about 2 GB free, then start again.';
  }
  if (/EACCES|EPERM/.test(output)) {
    return `This user may not write to ${root}: give it the right to (sudo chown -R "$USER" .), then start again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/i.test(output)) {
    return 'The dependencies could not be downloaded because the package registry does not answer: check the network (and "npm config get registry"), then start again.';
  }
  const words = output.split('\n').filter((line) => line.includes('npm error'));
  return `The dependencies could not be installed: ${words.slice(0, 3).join(' ') || 'npm ci failed'}`;
}

/**
 * Install scripts stay off: the two packages of ours that have one are served by setup itself (docs/decisions/0010).
 * @returns {Promise<void>}
 */
function install() {
  const startedAt = Date.now();
  const say = (/** @type {string} */ text) =>
    process.stderr.write(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${text}\n`);
  say('Dependencies: npm ci …');
  const timer = setInterval(() => say('Dependencies: npm ci is still at work …'), 10_000);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Development tools are needed to build and to test, whatever the environment says.
    env: { ...process.env, NODE_ENV: 'development', npm_config_omit: '' },
  });
  passOn(['SIGINT', 'SIGTERM', 'SIGHUP'], child);
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve) => {
    child.on('error', () => giveUp('npm was not found: install npm 10 or newer, then start again.'));
    child.on('close', (code, signal) => {
      clearInterval(timer);
      if (signal !== null) process.exit(130);
      if (code !== 0) giveUp(explainNpm(output));
      writeFileSync(stampFile, wantedStamp());
      say('Dependencies: installed');
      resolve();
    });
  });
}

function runMain() {
  const main = path.join(root, 'setup/main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  passOn(['SIGINT', 'SIGTERM', 'SIGHUP'], child);
  child.on('exit', (code) => process.exit(code ?? 1));
}

requireNode();
if (!isInstalled()) await install();
runMain();
