/** What readers call things, and what the course calls them. Whole words of the query are compared. */
const names: readonly (readonly [theirs: readonly string[], ours: string])[] = [
  [['tinyurl', 'bitly', 'bit.ly'], 'url shortener'],
  [['uber', 'lyft'], 'ride hailing'],
  [['whatsapp', 'messenger', 'slack', 'discord'], 'chat'],
  [['twitter', 'facebook', 'instagram'], 'news feed'],
  [['youtube', 'netflix'], 'video service'],
  [['typeahead', 'type ahead'], 'autocomplete'],
  [['stripe', 'paypal'], 'payment ledger'],
  [['sharding', 'shards', 'shard'], 'partitioning'],
  [['thundering herd', 'dogpile'], 'stampede'],
  [['healthcheck', 'healthchecks'], 'health checks'],
  [['back of the envelope', 'qps'], 'estimates'],
  [['slo', 'slos', 'sla'], 'availability number'],
  [['mvcc'], 'isolation'],
];

const fillers = new Set(
  'a an and are do does for how i in is of on or the to use vs what when which why with you'.split(' '),
);

/** The same question in the course's words; null when none of its words has another name. */
export const inOurWords = (query: string): string | null => {
  const text = ` ${query.toLowerCase().replace(/\s+/g, ' ').trim()} `;
  for (const [theirs, ours] of names) {
    const name = theirs.find((one) => text.includes(` ${one} `));
    if (name !== undefined) return text.replace(` ${name} `, ` ${ours} `).trim();
  }
  return null;
};

/** The words that carry the question; all of them when none does. */
export const withoutFillers = (tokens: readonly string[]): string[] => {
  const carrying = tokens.filter((token) => !fillers.has(token));
  return carrying.length > 0 ? carrying : [...tokens];
};
