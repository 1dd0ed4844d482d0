// Runs one program and ends it when the supervisor is gone, even when that was killed with -9: the IPC channel then closes.
// Plain JavaScript, because one guard runs beside every process for as long as it lives and should weigh nothing.
import { spawn } from 'node:child_process';

/**
 * @typedef {object} GuardedProgram
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} stopSignal asks the program to end
 * @property {number} graceMs after which it is killed with all that it started
 */

/** @type {GuardedProgram} */
const program = JSON.parse(process.argv[2] ?? '{}');
const identity = program.uid === undefined ? {} : { uid: program.uid, gid: program.gid };
const child = spawn(program.command, program.args, { cwd: program.cwd, stdio: 'inherit', ...identity });
let isStopping = false;

function stop() {
  if (isStopping) return;
  isStopping = true;
  child.kill(program.stopSignal);
  setTimeout(sweep, program.graceMs).unref();
}

/** The guard leads its own process group: this ends whatever the program left behind, and the guard. */
function sweep() {
  process.kill(-process.pid, 'SIGKILL');
}

/** @param {string} reason @param {number | null} code */
function report(reason, code) {
  if (process.connected) process.send?.({ reason, code }, undefined, undefined, sweep);
  else sweep();
}

child.on('error', (error) => report(error.message, null));
child.on('exit', (code, signal) => report(signal === null ? `exit code ${code}` : `signal ${signal}`, code));
process.on('disconnect', stop);
process.on('message', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Keeps the guard alive for as long as its program, whatever becomes of the channel.
setInterval(() => {}, 60_000);
