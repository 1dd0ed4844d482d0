import { describe, expect, it } from 'vitest';
import { readWords } from '@/lib/questions/markdown/read-words';
import { judgePost, type PastPosts, type Reason } from './judge-post';

const siteHost = 'course.test:3000';
const newcomer: PastPosts = { shownPosts: 0, earlier: [] };
const settled: PastPosts = { shownPosts: 3, earlier: [] };

const rulesOf = (
  markdown: string,
  past: PastPosts = newcomer,
  before: string | null = null,
): Reason['rule'][] =>
  judgePost(readWords(markdown), past, siteHost, before === null ? null : readWords(before)).map(
    ({ rule }) => rule,
  );

const long =
  'When I drain app2 the requests that are under way are cut off after ten seconds although the timeout of the server says sixty, and I do not see who cuts them.';

describe('good first posts pass', () => {
  it.each([
    ['plain words', 'Why does the balancer answer 502 when app2 hangs? I expected 504.'],
    [
      'a configuration with addresses, private and public',
      '```nginx\nupstream pool {\n  server 10.0.0.1:8080;\n  server 93.184.216.34:8080 max_fails=3;\n  # see http://blog.somebody.io/post\n}\n```\nand `curl -v http://93.184.216.34:8080/`',
    ],
    [
      'a program',
      '```js\nawait fetch("https://api.somewhere.io/v1/users?id=1");\nconst max = 1_000_000_000;\n```',
    ],
    [
      'a log with times, ids and counters',
      '2024-01-02 03:04:05.678 [12345] 192.168.0.17:51234 10/0/30/69/109 200 2750',
    ],
    [
      'an uuid and a digest',
      'id 0190c5a2-7c3f-7e1b-9d53-1a2b3c4d5e6f has MD5 3c6e0b8a9c15224a8228b9a98ca1531d',
    ],
    [
      'links to documentation',
      '[limits](https://nginx.org/en/docs/http/ngx_http_limit_req_module.html), https://docs.haproxy.org/2.9/ and https://datatracker.ietf.org/doc/html/rfc9110, https://en.wikipedia.org/wiki/Raft',
    ],
    [
      'a link to code',
      'See https://github.com/haproxy/haproxy/issues/1234 and git@github.com:haproxy/haproxy.git',
    ],
    [
      'links of this site',
      '[lesson](/courses/system-design-mastery) and http://course.test:3000/questions/1',
    ],
    [
      'addresses of examples and of one’s own network',
      'http://localhost:3000 http://app1:8080 http://192.168.1.1/x https://api.example.com/v1 https://shop.test mail me@example.org',
    ],
    [
      'the question that everybody asks',
      'What happens when I type https://www.google.com into the browser? Or just google.com?',
    ],
    [
      'file names that look like hosts',
      'nginx.conf, haproxy.cfg, index.js, main.rs, app.py and docker-compose.yml',
    ],
    ['acronyms', 'TCP, UDP, TLS, HTTP, DNS, SNI, ALPN, QUIC: which of these does layer 4 see?'],
    [
      'SQL outside of code, with a question',
      `SELECT * FROM ORDERS WHERE ID = 5 ORDER BY CREATED LIMIT 10 reads the whole table. ${long}`,
    ],
    [
      'big numbers of a design',
      'WhatsApp: 100 000 000 000 messages a day, so +10 000 000 000 a month, 1,157,407 a second, 2-3-4 hops',
    ],
    ['a shout or two', 'It works!!! THANKS.'],
    ['emoji of several parts', 'Solved by two of us 👩‍💻👨‍👩‍👧 on a Saturday'],
    ['words of other languages', 'Почему балансировщик отвечает 502? می‌خواهم بدانم. Warum? 為什麼？'],
    ['a micro sign and a Greek letter', 'It took 250 µs, or 250 μs, and λ = 3'],
    ['a soft hyphen that was copied', 'The load bal\u00adancer of the book'],
    ['a mark of the byte order that was copied', '\ufeffglobal\n  maxconn 100'],
    ['HTML and generics', 'A List<String> in <div class="x">, and <https://nginx.org>'],
    ['short words again', 'Thanks, that was it.'],
  ])('%s', (_name, markdown) => {
    expect(rulesOf(markdown, { shownPosts: 0, earlier: ['Thanks, that was it.'] })).toEqual([]);
  });

  it('of 20,000 characters that are nothing but marks, at once', () => {
    const startedAt = performance.now();
    expect(rulesOf('['.repeat(20_000))).toEqual([]);
    expect(rulesOf(`${'> '.repeat(5000)} https://pills.shop`)).toEqual(['early-link']);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('links of newcomers', () => {
  it('to sites that nobody knows are looked at in the first three posts, however they are written', () => {
    for (const markdown of [
      'Buy at https://cheap-pills.shop',
      'Buy at www.cheap-pills.shop today',
      '[documentation](https://cheap-pills.shop/x)',
      '[docs][1]\n\n[1]: https://cheap-pills.shop',
      '![picture](https://cheap-pills.shop/p.png)',
      '<a href="https://cheap-pills.shop">here</a>',
      '[x](//cheap-pills.shop)',
      '[x](/\\cheap-pills.shop)',
      'Write to sales@cheap-pills.shop',
      'https://nginx.org.cheap-pills.shop/docs',
      'https://nginx.org@cheap-pills.shop/',
      'http://198.199.200.201/x',
    ]) {
      expect(rulesOf(markdown), markdown).toContain('early-link');
      expect(
        rulesOf(markdown, settled).filter((rule) => rule === 'early-link'),
        markdown,
      ).toEqual([]);
    }
  });

  it('are at most one afterwards, not counting documentation', () => {
    const one = 'I wrote it up at https://blog.somebody.io/raft, as https://raft.github.io says.';
    expect(rulesOf(one, settled)).toEqual([]);
    expect(rulesOf(`${one} And https://blog.somebody.io/paxos`, settled)).toEqual(['many-links']);
  });

  it('through a shortener, or that read other than they lead, are always looked at', () => {
    expect(rulesOf('See https://bit.ly/3xyz', settled)).toEqual(['shortened-link']);
    expect(rulesOf('[https://nginx.org/docs](https://cheap-pills.shop)', settled)).toEqual([
      'disguised-link',
    ]);
    expect(rulesOf('[nginx.org](https://www.nginx.org/en/)', settled)).toEqual([]);
  });

  it('are named in the words that the author reads', () => {
    const [reason] = judgePost(readWords('https://www.Cheap-Pills.shop/x'), newcomer, siteHost);
    expect(reason?.words).toContain('cheap-pills.shop');
  });
});

describe('texts of newcomers', () => {
  it('that repeat what they posted before are looked at, also with a word changed', () => {
    const past = { shownPosts: 5, earlier: ['Something else.', long] };
    expect(rulesOf(long, past)).toEqual(['repeated-text']);
    expect(rulesOf(`${long.replace('app2', 'app3')} Anyone?`, past)).toEqual(['repeated-text']);
    expect(
      rulesOf('When I drain app2, why does the check of app3 fail as well, and only then?', past),
    ).toEqual([]);
  });

  it('that shout are looked at', () => {
    expect(rulesOf('BEST CASINO IN TOWN GET RICH NOW DO NOT MISS THIS CHANCE friends')).toEqual(['shouting']);
    expect(rulesOf('Earn from home today!!!!!')).toEqual(['shouting']);
  });

  it('with characters that are not seen, or letters of two alphabets in a word, are looked at', () => {
    expect(rulesOf('Cheap v\u200bi\u200bagra here')).toEqual(['unseen-characters']);
    expect(rulesOf('Run `rm\u202e -x`')).toEqual(['unseen-characters']);
    expect(rulesOf('Log in to раyраl')).toEqual(['lookalike-letters']);
  });

  it('with phone numbers, messengers and wallets are looked at', () => {
    expect(rulesOf('Call +1 (555) 123-4567 now')).toEqual(['phone-number']);
    expect(rulesOf('Call +49 170 1234567')).toEqual(['phone-number']);
    expect(rulesOf('Support: 1-800-555-0199')).toEqual(['phone-number']);
    expect(rulesOf('Call ＋４９ １７０ １２３４５６７')).toEqual(['phone-number']);
    expect(rulesOf('Write me on Telegram @trader_joe for signals')).toEqual(['messenger-contact']);
    expect(rulesOf('Send to `bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq`')).toEqual(['wallet']);
    expect(rulesOf('Send to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2')).toEqual(['wallet']);
    expect(rulesOf('A token of the same form: 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3')).toEqual([]);
    expect(rulesOf('Send to 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe')).toEqual(['wallet']);
  });
});

describe('edits of newcomers', () => {
  it('are judged by what they add', () => {
    const before = 'I measured it: https://blog.somebody.io/a';
    expect(rulesOf(`${before} and more.`, newcomer, before)).toEqual([]);
    expect(rulesOf(`${before} Buy at https://cheap-pills.shop`, newcomer, before)).toEqual(['early-link']);
    expect(rulesOf('Call +49 170 1234567', newcomer, 'Hello')).toEqual(['phone-number']);
    expect(rulesOf('Call +49 170 1234567 soon', newcomer, 'Call +49 170 1234567')).toEqual([]);
  });
});
