/** Where the cursor stands: what encloses it and what was already written of the statement. */
export type Place = { context: string; statement: string };

/** The innermost open block of an Nginx file (`main` outside of all) and the unfinished statement before the cursor. */
export function nginxPlace(before: string): Place {
  const stack: string[] = [];
  let statement = '';
  let quote = '';
  for (let index = 0; index < before.length; index += 1) {
    const char = before[index] ?? '';
    if (quote !== '') {
      statement += char;
      if (char === '\\') statement += before[++index] ?? '';
      else if (char === quote) quote = '';
      continue;
    }
    if (char === '#' && /(^|\s)$/.test(statement)) {
      const end = before.indexOf('\n', index);
      if (end === -1) return { context: 'comment', statement: '' };
      index = end;
      continue;
    }
    if (char === '"' || char === "'") quote = char;
    if (char === '{' && !statement.endsWith('$')) {
      stack.push(statement.trim().split(/\s+/)[0] ?? '');
      statement = '';
    } else if (char === '}' && !/\$\{\w*$/.test(statement)) {
      stack.pop();
      statement = '';
    } else if (char === ';') statement = '';
    else statement += char;
  }
  return { context: stack.at(-1) ?? 'main', statement: statement.trimStart() };
}

const section = /^\s*(global|defaults|frontend|backend|listen|resolvers|peers)\b/;

/** The section of an HAProxy file (`file` before the first) and the line up to the cursor. */
export function haproxyPlace(before: string): Place {
  const lines = before.split('\n');
  const line = lines.pop() ?? '';
  if (/(^|\s)#/.test(line)) return { context: 'comment', statement: '' };
  const last = lines.findLast((one) => section.test(one));
  return { context: section.exec(last ?? '')?.[1] ?? 'file', statement: line.trimStart() };
}
