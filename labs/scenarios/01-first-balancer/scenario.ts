import { checkSpread } from '../checks/spread';
import type { Scenario } from '../scenario';
import { checkCrash } from './check-crash';
import { checkPaths } from './check-paths';

export const firstBalancer: Scenario = {
  slug: 'first-balancer',
  title: 'Your first load balancer',
  summary:
    'A bookshop runs on three servers, but its balancer knows only one of them. Spread the requests over all three, then take one away and see who notices.',
  minutes: 15,
  lesson: 'system-design-mastery/load-balancers-layer-4-vs-layer-7',
  goals: [
    'Configure round robin over several servers in Nginx or HAProxy, as a whole main configuration.',
    'Read from measured traffic whether a pool is balanced.',
    'Say what a client sees when one of three servers dies, and why the two balancers differ by default.',
  ],
  tasks: [
    {
      id: 'paths',
      title: 'Let every request through',
      instruction:
        'Whatever a client asks for (any path, any method) must reach an app server with its path unchanged. The configuration that you start with does this already. **Run the check once now**: it shows how a measured verdict looks, and it will tell you if a later change breaks it.',
      hints: [
        'Nginx: `location / { … }` matches every path that no other location matches. `location = /` matches one path only.',
        'HAProxy: `default_backend` takes what no `use_backend` rule took. Without it, such a request is answered with 503.',
      ],
      prediction: null,
      check: checkPaths,
    },
    {
      id: 'spread',
      title: 'Spread the requests over three servers',
      instruction:
        'Start the traffic and look at the topology: app1 does all the work. Add `app2` and `app3` (port 8080) to the pool and apply. The check sends 240 requests, each on its own connection, and wants every server to take about a third.',
      hints: [
        'The pool is the `upstream` block in Nginx and the `backend` section in HAProxy. One `server` line each.',
        'Round robin is the default of both. Weights, `ip_hash` and `balance source` all bend it: the traffic here comes from one address, so a hash of the address sends everything to one server.',
        'Nginx: `server app2:8080;` inside `upstream shop`. HAProxy: `server app2 app2:8080` inside `backend servers`.',
      ],
      prediction: null,
      check: checkSpread,
    },
    {
      id: 'crash',
      title: 'Take one server away',
      instruction:
        'Round robin sends every third request to app2. Now app2 is killed under load (40 requests per second): its process is gone, and its machine refuses connections at once. **Predict first** what share of the requests fails in the four seconds after, then run the check. It passes when app1 and app3 both go on serving and most requests succeed; the failures are yours to explain.',
      hints: [
        'The check kills app2 for you and heals it afterwards. To watch it slowly, start the traffic and press **Crash app2** yourself.',
        'Try it with the other balancer too. The two have different defaults for the case in which the chosen server refuses the connection: `proxy_next_upstream` in Nginx, `option redispatch` in HAProxy.',
      ],
      prediction: {
        question:
          'app2 is killed while 40 requests per second arrive. What share of them fails during the next four seconds, with the configuration that you have now?',
        options: [
          { id: 'none', text: 'None, or next to none: the balancer tries another server' },
          { id: 'few', text: 'A few, in the first moment, until the balancer has noticed' },
          { id: 'third', text: 'About a third: every request that was app2’s turn' },
          { id: 'all', text: 'Most of them: one dead server stops the whole pool' },
        ],
      },
      check: checkCrash,
    },
  ],
  debrief: {
    question:
      'You have one server and traffic is growing. Why a load balancer, and what does it not solve by itself?',
    answer:
      'I put a balancer in front and run several identical servers behind it. That gives me two things: capacity, because the work is shared, and availability, because one server may die or be taken out for a deployment. Round robin is a fair first choice when requests cost about the same; when they do not, I count outstanding requests instead (least connections). What it does not give me by itself is a clean failover. In my lab three servers each took a third, and when I killed one, the outcome hung on one default: Nginx passes a refused connection on to the next server, HAProxy stays with the one that it chose until a health check or redispatch is configured. So I always configure health checks, timeouts and retries on purpose. And the servers must be interchangeable: as soon as one keeps a session in its memory, sharing the work breaks it. Last, the balancer is now the one thing that must not fail, so in production there are two.',
    points: [
      'Two gains: capacity (work is shared) and availability (a server may go away).',
      'Round robin is fair only when requests cost about the same; otherwise least connections.',
      'A dead server is a third of the traffic until somebody notices: health checks, timeouts and retries decide what clients see.',
      'Servers have to be interchangeable: keep state out of them.',
      'The balancer itself becomes the single point of failure.',
    ],
  },
  startFails: ['spread', 'crash'],
  wrong: [
    {
      name: 'two-servers',
      balancer: 'nginx',
      failsTasks: ['spread', 'crash'],
      why: 'app3 is forgotten, so it serves nothing even when app2 is gone.',
    },
    {
      name: 'two-servers',
      balancer: 'haproxy',
      failsTasks: ['spread', 'crash'],
      why: 'app3 is forgotten, so it serves nothing even when app2 is gone.',
    },
    {
      name: 'weight-skew',
      balancer: 'nginx',
      failsTasks: ['spread'],
      why: 'A weight of 5 gives app1 five requests for one of the others.',
    },
    {
      name: 'weight-skew',
      balancer: 'haproxy',
      failsTasks: ['spread'],
      why: 'A weight of 50 against 10 gives app1 five requests for one of the others.',
    },
    {
      name: 'only-the-root',
      balancer: 'nginx',
      failsTasks: ['paths'],
      why: '`location = /` matches one path; Nginx answers every other one itself with 404.',
    },
    {
      name: 'only-the-root',
      balancer: 'haproxy',
      failsTasks: ['paths'],
      why: 'Without default_backend, HAProxy answers every path but / itself with 503.',
    },
    {
      name: 'address-hash',
      balancer: 'nginx',
      failsTasks: ['spread', 'crash'],
      why: '`ip_hash` ties a client address to one server, and all of this traffic has one address.',
    },
    {
      name: 'address-hash',
      balancer: 'haproxy',
      failsTasks: ['spread', 'crash'],
      why: '`balance source` ties a client address to one server, and all of this traffic has one address.',
    },
  ],
};
