import { expect, test } from 'vitest';
import { parseHaproxyOutput } from './parse-haproxy-output';

test("HAProxy's own messages reach the learner with their lines, without the chatter around them", () => {
  const output = `[NOTICE]   (138) : haproxy version is 3.0.11-1+deb13u5
[NOTICE]   (138) : path to executable is /usr/sbin/haproxy
[ALERT]    (138) : config : parsing [/etc/haproxy/haproxy.cfg:3] : unknown keyword 'bogus' in 'global' section
[ALERT]    (144) : config : [/etc/haproxy/haproxy.cfg:15] : 'server b/s' : could not resolve address 'nohost'.
[ALERT]    (144) : config : Failed to initialize server(s) addr.
[ALERT]    (138) : config : Error(s) found in configuration file : /etc/haproxy/haproxy.cfg
[ALERT]    (138) : config : Fatal errors found in configuration.
`;
  expect(parseHaproxyOutput(output, '')).toEqual([
    {
      file: 'haproxy.cfg',
      line: 3,
      severity: 'error',
      message: "unknown keyword 'bogus' in 'global' section",
    },
    {
      file: 'haproxy.cfg',
      line: 15,
      severity: 'error',
      message: "'server b/s' : could not resolve address 'nohost'.",
    },
  ]);
});

test('a message that names a proxy but no line is shown where the proxy begins, its continuation lines joined', () => {
  const text = 'global\ndefaults\n  mode http\nfrontend web\n  bind :80\n';
  const output = `[ALERT]    (141) : config : Proxy 'web': unable to find required default_backend: 'nope'.
[WARNING]  (141) : config : missing timeouts for frontend 'web'.
   | While not properly invalid, you will certainly encounter various problems
   | with such a configuration.
`;
  expect(parseHaproxyOutput(output, text)).toEqual([
    {
      file: 'haproxy.cfg',
      line: 4,
      severity: 'error',
      message: "Proxy 'web': unable to find required default_backend: 'nope'.",
    },
    {
      file: 'haproxy.cfg',
      line: 4,
      severity: 'warning',
      message:
        "missing timeouts for frontend 'web'. While not properly invalid, you will certainly encounter various problems with such a configuration.",
    },
  ]);
});

test('an address that cannot be bound is an error on its bind line', () => {
  const output =
    '[ALERT]    (129) : Binding [/etc/haproxy/haproxy.cfg:9] for frontend f: protocol tcpv6: cannot bind socket (Cannot assign requested address) for [::1:82].\n';
  expect(parseHaproxyOutput(output, '')).toMatchObject([{ line: 9, severity: 'error' }]);
});
