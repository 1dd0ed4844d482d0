import { expect, test } from 'vitest';
import { parseNginxOutput } from './parse-nginx-output';

test("Nginx's own message, its file and its line reach the learner", () => {
  const output = `2026/11/23 09:38:51 [warn] 139#139: the "user" directive makes sense only if the master process runs with super-user privileges, ignored in /etc/nginx/nginx.conf:1
2026/11/23 09:38:51 [emerg] 139#139: host not found in upstream "nohost:80" in /etc/nginx/conf.d/pool.conf:6
nginx: configuration file /etc/nginx/nginx.conf test failed
`;
  expect(parseNginxOutput(output)).toEqual([
    {
      file: 'nginx.conf',
      line: 1,
      severity: 'warning',
      message:
        'the "user" directive makes sense only if the master process runs with super-user privileges, ignored',
    },
    {
      file: 'conf.d/pool.conf',
      line: 6,
      severity: 'error',
      message: 'host not found in upstream "nohost:80"',
    },
  ]);
});

test('what Nginx writes for its own debugging is no problem of the files', () => {
  expect(parseNginxOutput('2026/11/23 14:11:26 [debug] 20#20: bind() 0.0.0.0:80 #6\n')).toEqual([]);
});

test('a message without a place is kept, with no line', () => {
  const output =
    '2026/11/23 09:38:51 [emerg] 140#140: open() "/var/log/x/error.log" failed (2: No such file or directory)\n';
  expect(parseNginxOutput(output)).toEqual([
    {
      file: 'nginx.conf',
      line: null,
      severity: 'error',
      message: 'open() "/var/log/x/error.log" failed (2: No such file or directory)',
    },
  ]);
});
