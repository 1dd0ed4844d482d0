import { expect, test } from 'vitest';
import type { CellFacts } from './neutralise';
import { neutraliseHaproxy } from './neutralise-haproxy';

const facts: CellFacts = {
  hasIpv6: true,
  maxOpenFiles: 4096,
  isWritable: (path) => /^\/(run|tmp|var\/run)\//.test(path),
};
const apply = (text: string, over: Partial<CellFacts> = {}) => {
  const { files, diagnostics } = neutraliseHaproxy({ 'haproxy.cfg': text }, { ...facts, ...over });
  return { lines: (files['haproxy.cfg'] ?? '').split('\n'), diagnostics };
};

test("Debian's global section keeps its line numbers and gets a warning for each line that a cell cannot do", () => {
  const text = `global
	log /dev/log	local0
	log /dev/log	local1 notice
	chroot /var/lib/haproxy
	stats socket /run/haproxy/admin.sock mode 660 level admin
	stats timeout 30s
	user haproxy
	group haproxy
	daemon
`;
  const { lines, diagnostics } = apply(text);
  expect(lines).toEqual([
    'global',
    '  log stdout format raw local0',
    '',
    '',
    '	stats socket /run/haproxy/admin.sock mode 660 level admin',
    '	stats timeout 30s',
    '',
    '',
    '',
    '',
  ]);
  expect(diagnostics.map(({ line }) => line)).toEqual([2, 3, 4, 7, 8, 9]);
  expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['warning']));
});

test('a socket loses its owner but keeps its mode, and moves where it can be written', () => {
  const { lines } = apply(
    'global\n  stats socket /var/lib/haproxy/stats user haproxy group haproxy mode 660 level admin\n  unix-bind user haproxy mode 777\n',
  );
  expect(lines.slice(1, 3)).toEqual([
    '  stats socket /run/haproxy/stats mode 660 level admin',
    '  unix-bind mode 777',
  ]);
});

test('"user" outside the global section means something else and stays', () => {
  const text = 'userlist u\n  user jo insecure-password x\nbackend b\n  server a app1:8080 check\n';
  expect(apply(text).diagnostics).toEqual([]);
});

test('IPv6 addresses that the cell does not have are left out, others stay', () => {
  const text =
    'frontend f\n  bind :80\n  bind [::]:80 v4v6\n  bind *:81,[::1]:81 ssl\n  bind ::1:82\n  bind :::83\n';
  const { lines, diagnostics } = apply(text);
  expect(lines.slice(1, 6)).toEqual([
    '  bind :80',
    '  bind [::]:80 v4v6',
    '  bind *:81 ssl',
    '',
    '  bind :::83',
  ]);
  expect(diagnostics.map(({ line }) => line)).toEqual([4, 5]);
  expect(apply(text, { hasIpv6: false }).diagnostics.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
});

test('more connections than a process may have files are cut to what fits', () => {
  expect(apply('global\n  maxconn 100000\n').lines[1]).toBe('  maxconn 1998');
  expect(apply('frontend f\n  maxconn 100000\n').diagnostics).toEqual([]);
});

test('quotes and comments are understood, and other files are never touched', () => {
  const { lines } = apply('global\n  # daemon\n  setenv A "x # y"\n  daemon # now\n');
  expect(lines).toEqual(['global', '  # daemon', '  setenv A "x # y"', '', '']);
  const files = { 'haproxy.cfg': 'global\n', 'errors/daemon.http': 'global\ndaemon\n' };
  expect(neutraliseHaproxy(files, facts).files).toEqual(files);
});
