const sections =
  'global|defaults|frontend|backend|listen|peers|resolvers|userlist|program|cache|mailers|http-errors|ring|log-forward|crt-store|traces';

/**
 * A TextMate grammar for haproxy.cfg: sections, keywords that start a line, options of `server`, times, addresses, samples.
 * @type {import('shiki').LanguageRegistration}
 */
export const haproxyGrammar = {
  name: 'haproxy',
  scopeName: 'source.haproxy',
  repository: {},
  patterns: [
    { match: '(?:^|\\s)(#.*)$', captures: { 1: { name: 'comment.line.haproxy' } } },
    { match: '"(?:\\\\.|[^"\\\\])*"|\'[^\']*\'', name: 'string.quoted.haproxy' },
    {
      match: `^\\s*(${sections})\\b(?:\\s+([\\w.:-]+))?`,
      captures: { 1: { name: 'keyword.control.haproxy' }, 2: { name: 'entity.name.function.haproxy' } },
    },
    {
      match:
        '^\\s*((?:no\\s+|default\\s+)?[a-z][\\w-]*)(?:\\s+(server|request|response|content|connection))?',
      captures: { 1: { name: 'keyword.other.haproxy' }, 2: { name: 'keyword.other.haproxy' } },
    },
    { match: '%\\[[^\\]]*\\]|\\$\\{?\\w+\\}?', name: 'variable.other.haproxy' },
    { match: '\\b\\d+(?:\\.\\d+){3}(?::\\d+)?\\b', name: 'constant.numeric.haproxy' },
    { match: '(?<![\\w.-])\\d+(?:us|ms|s|m|h|d|k|K|M|G)?(?![\\w.-])', name: 'constant.numeric.haproxy' },
    {
      match:
        '\\b(?:check|inter|fastinter|downinter|rise|fall|weight|backup|maxconn|ssl|verify|cookie|observe|on-error|error-limit|slowstart|send-proxy|roundrobin|leastconn|source|static-rr|http|tcp|if|unless|insert|indirect|nocache)\\b',
      name: 'constant.language.haproxy',
    },
  ],
};
