/** An event of a stream of server-sent events. */
export type Heard = { name: string; data: Record<string, unknown> };

const eventOf = (block: string): Heard | null => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const data: unknown = JSON.parse(field('data') ?? 'null');
  return typeof data === 'object' && data !== null
    ? { name: field('event') ?? '', data: Object.fromEntries(Object.entries(data)) }
    : null;
};

/** Reads a stream event by event; beats are left out. `next` rejects when nothing comes for 10 s, and is null at its end. */
export const readEvents = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('The answer has no body.');
  const events: Heard[] = [];
  let rest = '';
  const next = async (): Promise<Heard | null> => {
    for (;;) {
      const event = events.shift();
      if (event) return event;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('No event came within 10 s.')), 10_000);
      });
      const { done, value } = await Promise.race([reader.read(), late]).finally(() => clearTimeout(timer));
      if (done) return null;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop() ?? '';
      events.push(...blocks.flatMap((block) => eventOf(block) ?? []).filter(({ name }) => name !== 'beat'));
    }
  };
  return { next, leave: () => reader.cancel() };
};
