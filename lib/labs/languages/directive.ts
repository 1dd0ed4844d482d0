/** A directive or keyword as completion and hover show it. `fallback` is its default value, null when it has none. */
export type Directive = {
  name: string;
  syntax: string;
  fallback: string | null;
  /** Blocks or sections in which it may stand. */
  contexts: readonly string[];
  help: string;
};

/** Rows of [name, arguments, default, contexts separated by spaces, help]. */
export type DirectiveRow = readonly [
  name: string,
  args: string,
  fallback: string | null,
  contexts: string,
  help: string,
];

export function directivesOf(rows: readonly DirectiveRow[]): readonly Directive[] {
  return rows.map(([name, args, fallback, contexts, help]) => ({
    name,
    syntax: args === '' ? name : `${name} ${args}`,
    fallback,
    contexts: contexts.split(' '),
    help,
  }));
}

/** Help as Markdown. Everything in it is ours; nothing a learner wrote is put in. */
export function directiveMarkdown(directive: Directive): string {
  const fallback = directive.fallback === null ? 'none' : `\`${directive.fallback}\``;
  const contexts = directive.contexts.map((context) => `\`${context}\``).join(', ');
  return `\`${directive.syntax}\`\n\n${directive.help}\n\nDefault: ${fallback} · Stands in: ${contexts}`;
}
