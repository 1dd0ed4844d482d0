/** Where engineers look things up. A subdomain counts as its domain. */
const documentation = new Set(
  `nginx.org nginx.com haproxy.org haproxy.com envoyproxy.io traefik.io apache.org caddyserver.com varnish-cache.org
  ietf.org rfc-editor.org w3.org whatwg.org mozilla.org web.dev http.dev httpwg.org iana.org unicode.org
  postgresql.org mysql.com mariadb.org sqlite.org redis.io valkey.io memcached.org mongodb.com cassandra.apache.org
  cockroachlabs.com etcd.io consul.io hashicorp.com vitess.io clickhouse.com elastic.co rabbitmq.com nats.io
  kubernetes.io docker.com containerd.io prometheus.io grafana.com opentelemetry.io jaegertracing.io
  linux.die.net man7.org kernel.org debian.org ubuntu.com freebsd.org openssl.org letsencrypt.org curl.se
  python.org nodejs.org npmjs.com go.dev golang.org rust-lang.org docs.rs crates.io openjdk.org ruby-lang.org php.net
  react.dev nextjs.org typescriptlang.org
  wikipedia.org wikimedia.org archive.org arxiv.org acm.org usenix.org ieee.org doi.org
  github.com gitlab.com raft.github.io jepsen.io martinfowler.com microservices.io
  stackoverflow.com serverfault.com stackexchange.com superuser.com
  docs.aws.amazon.com aws.amazon.com cloud.google.com sre.google developers.google.com research.google
  learn.microsoft.com cloudflare.com fastly.com netflixtechblog.com`
    .split(/\s+/)
    .filter(Boolean),
);

/** Sites whose front page stands for "some big site" in questions, such as what happens when one types its address. */
const examples = new Set(
  'google.com facebook.com amazon.com netflix.com youtube.com twitter.com x.com instagram.com bing.com'.split(
    ' ',
  ),
);

/** They hide where a link leads. */
const shorteners = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly cutt.ly rb.gy shorturl.at rebrand.ly t.ly lnkd.in s.id tiny.cc'.split(
    ' ',
  ),
);

/** RFC 2606, RFC 6761, RFC 6762, RFC 8375: names that lead nowhere, or no further than a network of one's own. */
const reservedEnding =
  /(^|\.)(example|test|invalid|localhost|local|internal|lan|home\.arpa|example\.(com|net|org))$/;

/** RFC 1918, loopback, link-local, shared (RFC 6598), benchmarks (RFC 2544) and documentation (RFC 5737). */
const reservedAddress =
  /^(0|10|127)\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^192\.168\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^198\.1[89]\.|^192\.0\.2\.|^198\.51\.100\.|^203\.0\.113\./;

const isAddress = (host: string) => /^\d+(\.\d+){3}$/.test(host);
/** Loopback, link-local, unique local and documentation (RFC 3849). */
const isReservedV6 = (host: string) => /^\[(::1?|fe[89ab]|f[cd]|2001:db8)/.test(host);

export const isReserved = (host: string) =>
  isAddress(host)
    ? reservedAddress.test(host)
    : host.startsWith('[')
      ? isReservedV6(host)
      : !host.includes('.') || reservedEnding.test(host);

const parentsOf = (host: string) => host.split('.').map((_, at, labels) => labels.slice(at).join('.'));
const isOf = (hosts: ReadonlySet<string>, host: string) =>
  parentsOf(host).some((parent) => hosts.has(parent));

export const isShortener = (host: string) => isOf(shorteners, host);

export type Destination = { host: string; isFrontPage: boolean };

/** Where an address leads when it is pressed on a page of this site; null: it stays here, or cannot be pressed. */
export const destinationOf = (url: string, siteHost: string): Destination | null => {
  const site = `http://${siteHost}`;
  if (!URL.canParse(url, site)) return null;
  const { protocol, hostname, pathname, search, host } = new URL(url, site);
  const clean = (name: string) =>
    name
      .toLowerCase()
      .replace(/\.$/, '')
      .replace(/^www\./, '');
  if (protocol === 'mailto:') {
    const domain = clean(pathname.split('@').at(-1) ?? '');
    return domain === '' ? null : { host: domain, isFrontPage: false };
  }
  if ((protocol !== 'http:' && protocol !== 'https:') || host === siteHost) return null;
  return { host: clean(hostname), isFrontPage: (pathname === '/' || pathname === '') && search === '' };
};

/** Whether a newcomer's link there needs a look. */
export const isForeign = ({ host, isFrontPage }: Destination) =>
  !isReserved(host) && !isOf(documentation, host) && !(isFrontPage && examples.has(host));
