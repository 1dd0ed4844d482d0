import type { Scenario } from '../scenario';
import { checkRecover } from './check-recover';
import { checkUnderLoad } from './check-under-load';

export const failover: Scenario = {
  slug: 'failover',
  title: 'Failover without a lost request',
  summary:
    'Servers die, and worse, they hang. Kill one and freeze one under load, and bring the number of failed requests to zero with timeouts, retries and health checks.',
  minutes: 25,
  lesson: 'system-design-mastery/health-checks-retries-and-timeouts',
  goals: [
    'Configure timeouts, retries and health checks that work together.',
    'Tell apart what a crashed and what a hung server look like from the balancer.',
    'Argue when a retry is safe, and what each second of a timeout costs.',
  ],
  tasks: [
    {
      id: 'crash',
      title: 'A server dies: lose nothing',
      instruction:
        'The check sends 40 requests per second, kills app2, and counts the requests that fail in five seconds. **Predict** the damage with the configuration that you start with, run the check to see it, then mend the configuration. Score: failed requests. Goal: **0**. All requests here are GET, so repeating one is safe.',
      hints: [
        'A dead process refuses connections at once. The request has not been sent anywhere yet, so it may go to another server.',
        'Nginx: that is `proxy_next_upstream error …`, on unless somebody switches it off. `max_fails=0` makes Nginx forget failures.',
        'HAProxy: `retries` with `option redispatch 1` moves a failed connection to another server at once; `check` on each server takes the dead one out. `retry-on … empty-response` covers requests that were under way when it died.',
      ],
      prediction: {
        question:
          'app2 is killed while 40 requests per second arrive. With the configuration that is applied now, how many requests fail in the next five seconds?',
        options: [
          { id: 'none', text: 'None' },
          { id: 'few', text: 'A few (under 15 %), until the balancer has noticed' },
          { id: 'third', text: 'About a third, for as long as app2 is dead' },
        ],
      },
      check: (context) => checkUnderLoad(context, 'crash'),
    },
    {
      id: 'hang',
      title: 'A server hangs: lose nothing',
      instruction:
        'The harder one. app2 is frozen: it accepts every connection and answers none. Clients wait three seconds, then give up. **Predict** the damage, run the check, and bring it to **0** failed requests. Some requests will be slow; say how slow, and why not less.',
      hints: [
        'Nothing fails until a clock says so. The defaults are 60 s (Nginx) and whatever your `timeout server` says (HAProxy); the client is gone after three. Leave room for the second try.',
        'Nginx: `proxy_read_timeout 1s;` and `proxy_next_upstream error timeout;`. `max_fails=1 fail_timeout=…` then spares the next requests the wait; with `zone` in the upstream all workers know.',
        'HAProxy: `timeout server 1s` with `retry-on … response-timeout`. A plain `check` is a handshake, and a frozen server passes it: `option httpchk` asks for an answer.',
      ],
      prediction: {
        question:
          'app2 freezes while 40 requests per second arrive. With the configuration that is applied now, how many requests fail in the next five seconds?',
        options: [
          { id: 'none', text: 'None, though some are slow' },
          { id: 'few', text: 'A few (under 15 %), until the balancer has noticed' },
          { id: 'third', text: 'About a third, for as long as app2 hangs' },
        ],
      },
      check: (context) => checkUnderLoad(context, 'hang'),
    },
    {
      id: 'recover',
      title: 'Back to work',
      instruction:
        'A server that was taken out has to come back. The check kills app2, starts it again, and wants it to take requests within ten seconds. A long ban looks safe and is not: after three short incidents the whole pool would be out.',
      hints: [
        'Nginx: `fail_timeout` is both the time in which `max_fails` failures count and the time for which the server then stays out.',
        'HAProxy: `inter` times `rise` is how long a healthy server waits for its return.',
      ],
      prediction: null,
      check: checkRecover,
    },
  ],
  debrief: {
    question:
      'One of your app servers stops responding. Walk me through what your users see, and what you would change.',
    answer:
      'First I ask how it stopped, because the two ways look different. If the process died, the kernel refuses connections at once: the balancer knows within a millisecond that nothing was sent, and tries another server. With retries configured, my lab lost no request at all; without them, a third failed. If the process hangs, connections are still accepted, so nothing is known until a timeout. Then three settings have to fit together: a response timeout shorter than the client’s patience but longer than my slowest honest answer, a retry on another server after it, and a memory of the failure, so that not every third request pays the timeout again. Active health checks shorten that, if they ask a real question over HTTP instead of opening a connection. In my lab that made a hang cost some requests about one extra second, and none failed. I retry only what is idempotent: a POST whose answer was lost may have been carried out, so it needs an idempotency key before it may be repeated. I also bound retries, for when all servers are slow, retries multiply the load. And I let servers come back soon, gently, since a long ban turns a hiccup into an outage.',
    points: [
      'Crash: refused at once, safe to try elsewhere. Hang: only a timeout tells.',
      'Response timeout: above the slowest honest answer, below the client’s patience divided by the number of tries.',
      'Passive detection (max_fails, observe) costs the first request; active checks cost traffic, and must ask over HTTP.',
      'Retry idempotent requests only; otherwise idempotency keys. Bound the retries: they multiply an overload.',
      'Come back soon: fail_timeout, rise × inter.',
      'Zero failed requests is not zero cost: name the extra latency.',
    ],
  },
  startFails: ['crash', 'hang'],
  wrong: [
    {
      name: 'no-retries',
      balancer: 'nginx',
      failsTasks: ['crash', 'hang'],
      why: 'The failure is remembered, but the request that met it is lost.',
    },
    {
      name: 'long-timeouts',
      balancer: 'nginx',
      failsTasks: ['hang'],
      why: 'With 60 s, clients leave long before Nginx tries the next server.',
    },
    {
      name: 'errors-only',
      balancer: 'nginx',
      failsTasks: ['hang'],
      why: 'Without "timeout" in proxy_next_upstream a silent server ends in a 504.',
    },
    {
      name: 'long-ban',
      balancer: 'nginx',
      failsTasks: ['hang', 'recover'],
      why: 'After the crash app2 is out for five minutes, though it is well again in seconds.',
    },
    {
      name: 'no-health-check',
      balancer: 'haproxy',
      failsTasks: ['crash', 'hang'],
      why: 'HAProxy retries on the server that it chose, a second apart, until the client is gone.',
    },
    {
      name: 'no-retries',
      balancer: 'haproxy',
      failsTasks: ['crash', 'hang'],
      why: 'Checks need a second to notice; what is sent meanwhile is lost.',
    },
    {
      name: 'tcp-check-only',
      balancer: 'haproxy',
      failsTasks: ['hang'],
      why: 'A frozen server still accepts connections, so a check by handshake finds it healthy.',
    },
    {
      name: 'long-timeouts',
      balancer: 'haproxy',
      failsTasks: ['hang'],
      why: 'New requests avoid app2 soon, but those already sent to it wait 60 s, and clients three.',
    },
    {
      name: 'slow-return',
      balancer: 'haproxy',
      failsTasks: ['hang', 'recover'],
      why: 'After the crash app2 has to pass 240 checks, two minutes, before it gets a request.',
    },
  ],
};
