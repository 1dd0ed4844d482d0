import { checkSpread } from '../checks/spread';
import type { Scenario } from '../scenario';
import { checkConnection } from './check-connection';
import { checkHang } from './check-hang';
import { checkUntouched } from './check-untouched';

export const layer4: Scenario = {
  slug: 'layer-4',
  title: 'The same at layer 4',
  summary:
    'Turn the HTTP balancer into one that moves bytes: it chooses a server once per connection and reads nothing. See from the traffic what that gains, and what it can no longer do.',
  minutes: 20,
  lesson: 'system-design-mastery/load-balancers-layer-4-vs-layer-7',
  goals: [
    'Configure TCP balancing: `stream` in Nginx, `mode tcp` in HAProxy.',
    'Tell a layer 4 balancer from a layer 7 one by its behaviour alone.',
    'Explain why long-lived connections can leave a pool lopsided, and why a handshake is a poor health check.',
  ],
  tasks: [
    {
      id: 'spread',
      title: 'Spread connections over three servers',
      instruction:
        'Balance the port instead of the requests: `stream { … }` in Nginx (it stands beside `http`, not inside it), `mode tcp` in HAProxy. The check opens 240 connections with one request each and wants about a third of them on every server. The layer 7 start passes this too: seen from here, the layers look alike.',
      hints: [
        'Nginx: an `upstream` block inside `stream { }`, and a `server` with `listen 80;` and `proxy_pass shop;` (no `http://`, and no `location`: there are no paths here).',
        'HAProxy: `mode tcp` in `defaults`, or in the frontend and in the backend. A frontend in one mode cannot feed a backend in the other.',
        'Only one of `http` and `stream` can listen on port 80: take the old server away.',
      ],
      prediction: null,
      check: checkSpread,
    },
    {
      id: 'connection',
      title: 'One connection, one server',
      instruction:
        'Now 20 requests travel on **one** keep-alive connection, some for `/api/…`, some for `/images/…`. **Predict** how many servers answer them with your configuration, then run the check. It passes when each of six connections stays with one server from the first request to the last, whatever the path.',
      hints: [
        'The start fails here: it takes a turn per request. If yours fails too, something still speaks HTTP.',
        'Paths cannot be routed at layer 4: when the first bytes of a request arrive, the server has long been chosen.',
        'Try it by hand: send several requests from the composer and compare them with the load in the request list.',
      ],
      prediction: {
        question:
          'A client sends 20 requests, one after the other, over a single keep-alive connection. How many of the three servers answer them?',
        options: [
          { id: 'one', text: 'One: the server that the connection was given' },
          { id: 'two', text: 'Two' },
          { id: 'three', text: 'All three: every request takes its turn' },
        ],
      },
      check: checkConnection,
    },
    {
      id: 'untouched',
      title: 'Not a byte is changed',
      instruction:
        'Show that the balancer does not read HTTP. The check sends headers that layer 7 proxies are known to change (a foreign `Host`, names in mixed case and with underscores, a hop-by-hop header) and compares them with what the app server received.',
      hints: [
        'Compare the headers that arrive: in the composer, send a request with `X-Mixed-CASE: a` and look at the answer.',
        'HAProxy can stick to a server in `mode http` as well (`option prefer-last-server`). The headers still give it away.',
        'The PROXY protocol (`proxy_protocol on`, `send-proxy`) would tell servers the client’s address at layer 4. It puts a line before the first byte, so the servers must expect it. These do not.',
      ],
      prediction: null,
      check: checkUntouched,
    },
    {
      id: 'hang',
      title: 'A server hangs, and nobody can tell',
      instruction:
        'app2 is frozen: not dead, but its program never answers again, while its kernel still accepts connections. **Predict** what becomes of new connections, then run the check: 40 new connections per second, each with a patience of one second. It passes when the other two servers carry on and every failure is the connection’s own (no HTTP status from the balancer: at layer 4 it has no words). Then ask yourself what could have noticed.',
      hints: [
        'To watch it, start the traffic and press **Hang app2**.',
        'Compare with **Crash app2**: a refused connection is noticed at layer 4, and another server is tried.',
        'HAProxy can ask over HTTP even when it carries TCP: `option httpchk` with `check`. That is allowed here, and it changes what you will measure.',
      ],
      prediction: {
        question:
          'app2 freezes while 40 new connections per second arrive. What happens to those connections during the next four seconds?',
        options: [
          { id: 'none', text: 'None is lost: the balancer finds out and avoids app2' },
          { id: 'third', text: 'Up to a third are lost: app2 keeps getting its share, and those time out' },
          { id: 'all', text: 'Nearly all are lost: the balancer itself stops' },
        ],
      },
      check: checkHang,
    },
  ],
  debrief: {
    question: 'Layer 4 or layer 7: which load balancer would you choose here, and why?',
    answer:
      'It depends on whether the balancer has to understand what it carries. Layer 4 forwards connections by address and port. It is cheap, it carries any protocol, TLS can pass through to the servers untouched, and the bytes arrive exactly as sent. But it decides once, when the connection opens. In my lab, 20 requests on one keep-alive connection all met the same server, and a frozen server kept getting its share of connections, because its kernel still shook hands. With long-lived connections such as WebSockets, gRPC or database pools, a new server gets no work until clients reconnect. Layer 7 ends the connection, reads each request and decides per request. That buys routing by host and path, retries, cookies, header rewriting, TLS termination and honest health checks, at the price of CPU, memory and of holding the keys. So for a public HTTP API I take layer 7; for databases, brokers, or raw throughput, and in front of a layer of layer 7 balancers, I take layer 4. Large systems have both: layer 4 at the edge spreads connections over many layer 7 proxies.',
    points: [
      'Layer 4 chooses per connection, layer 7 per request: keep-alive makes the difference visible.',
      'Layer 4 cannot route by path, host or cookie, cannot retry a request and cannot add X-Forwarded-For.',
      'Layer 4 carries any protocol and passes TLS through; layer 7 must terminate TLS to see anything.',
      'A TCP handshake proves that a kernel lives, not that a program answers.',
      'Long-lived connections (WebSockets, gRPC) stay lopsided at layer 4 after a server is added.',
      'At scale the two are stacked: layer 4 in front of layer 7.',
    ],
  },
  startFails: ['connection', 'untouched'],
  wrong: [
    {
      name: 'http-mode',
      balancer: 'nginx',
      failsTasks: ['connection', 'untouched'],
      why: 'Keep-alive to the servers and a kept Host do not make it layer 4: Nginx still chooses per request and drops headers.',
    },
    {
      name: 'http-mode',
      balancer: 'haproxy',
      failsTasks: ['connection', 'untouched'],
      why: 'In mode http every request takes a turn, and header names are written in lower case.',
    },
    {
      name: 'last-server',
      balancer: 'haproxy',
      failsTasks: ['untouched'],
      why: '`option prefer-last-server` makes a connection stick, but HTTP is still read and written anew.',
    },
    {
      name: 'two-servers',
      balancer: 'nginx',
      failsTasks: ['spread', 'hang'],
      why: 'app3 is forgotten, so it gets no connections, not even when app2 hangs.',
    },
    {
      name: 'two-servers',
      balancer: 'haproxy',
      failsTasks: ['spread', 'hang'],
      why: 'app3 is forgotten, so it gets no connections, not even when app2 hangs.',
    },
    {
      name: 'address-hash',
      balancer: 'nginx',
      failsTasks: ['spread', 'hang'],
      why: 'A hash of the address sends every connection of one client to one server.',
    },
    {
      name: 'address-hash',
      balancer: 'haproxy',
      failsTasks: ['spread', 'hang'],
      why: '`balance source` sends every connection of one client to one server.',
    },
    {
      name: 'proxy-protocol',
      balancer: 'nginx',
      failsTasks: ['spread', 'connection', 'untouched', 'hang'],
      why: 'The servers take the PROXY line for a broken request and answer 400.',
    },
    {
      name: 'proxy-protocol',
      balancer: 'haproxy',
      failsTasks: ['spread', 'connection', 'untouched', 'hang'],
      why: 'The servers take the PROXY line for a broken request and answer 400.',
    },
  ],
};
