import lighthouse from 'lighthouse';
import { findFreePort } from '@/setup/ports';
import { launchBrowser } from '@/tests/support/browser';
import { median, ms, type Measurement } from './measurement';

export type Page = { name: string; path: string; isLesson: boolean };

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const [leastScore, mostPaintMs] = [95, 1500];
const rounds = 3;

type Run = { scores: number[]; paintMs: number; shift: number; findings: string[] };

const look = async (url: string, port: number, onlyCategories: readonly string[]) => {
  const once = () => lighthouse(url, { port, logLevel: 'error', onlyCategories: [...onlyCategories] });
  const first = await once();
  // On a busy machine the recording now and then misses the navigation itself; that says nothing about the page.
  const result = first?.lhr.runtimeError?.code === 'NO_NAVSTART' ? await once() : first;
  if (!result) throw new Error(`Lighthouse said nothing about ${url}.`);
  const { lhr } = result;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  const number = (audit: string) => {
    const value = lhr.audits[audit]?.numericValue;
    if (value === undefined) throw new Error(`Lighthouse did not measure ${audit} of ${url}.`);
    return value;
  };
  return { lhr, number };
};

/** A visit by Lighthouse's phone on simulated slow 4G, with a browser of its own: no cache, no service worker of the one before. */
async function visitWith<Result>(url: string, read: (url: string, port: number) => Promise<Result>) {
  const port = await findFreePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    return await read(url, port);
  } finally {
    await browser.close();
  }
}

/** Throws when Lighthouse could not look at the page. */
const visit = (address: string): Promise<Run> =>
  visitWith(address, async (url, port) => {
    const { lhr, number } = await look(url, port, categories);
    const failed = Object.values(lhr.audits).filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
    );
    return {
      scores: categories.map((category) => Math.round((lhr.categories[category]?.score ?? 0) * 100)),
      paintMs: number('largest-contentful-paint'),
      shift: number('cumulative-layout-shift'),
      findings: failed.map(({ id, displayValue }) => `${id}${displayValue ? ` (${displayValue})` : ''}`),
    };
  });

function judge({ name, isLesson }: Page, runs: readonly Run[]): Measurement[] {
  const scores = categories.map((_, index) => median(runs.map((run) => run.scores[index] ?? 0)));
  const lowest = Math.min(...scores);
  const paint = median(runs.map((run) => run.paintMs));
  const shift = Math.max(...runs.map((run) => run.shift));
  const of = `(p50 of ${runs.length})`;
  const all: Measurement = {
    name: `Lighthouse on the ${name}: performance, accessibility, best practices, SEO`,
    value: `${scores.join(', ')} ${of}`,
    baseline: '—',
    compared: `${lowest}`,
    limit: `≥ ${leastScore}`,
    ok: lowest >= leastScore,
  };
  const forReaders: Measurement[] = [
    {
      name: `Largest paint of the ${name}, simulated slow 4G`,
      value: `${ms(paint)} ${of}`,
      baseline: '—',
      compared: ms(paint),
      limit: `≤ ${mostPaintMs} ms`,
      ok: paint <= mostPaintMs,
    },
    {
      name: `Layout shift of the ${name}`,
      value: `${shift.toFixed(3)} (most of ${runs.length})`,
      baseline: '—',
      compared: shift.toFixed(3),
      limit: '0',
      ok: shift === 0,
    },
  ];
  return isLesson ? [all, ...forReaders] : [all];
}

/** Lighthouse's scores of pages; what it finds wrong is printed, since a score alone helps nobody. */
export async function measureLighthouse(siteUrl: string, pages: readonly Page[]): Promise<Measurement[]> {
  const results: Measurement[] = [];
  for (const page of pages) {
    const runs: Run[] = [];
    while (runs.length < rounds) runs.push(await visit(new URL(page.path, siteUrl).href));
    const findings = new Set(
      runs.flatMap((run) => run.findings.map((finding) => finding.replace(/ \(.*/, ''))),
    );
    if (findings.size > 0) console.error(`  ${page.name}: ${[...findings].join(', ')}`);
    results.push(...judge(page, runs));
  }
  return results;
}

/** The largest paint of every lesson, one visit each: a claim about all is kept by the slowest. */
export async function measureEveryLesson(
  siteUrl: string,
  lessons: readonly { path: string }[],
): Promise<Measurement> {
  const paints: { path: string; paintMs: number }[] = [];
  for (const { path } of lessons) {
    const paintMs = await visitWith(new URL(path, siteUrl).href, async (url, port) =>
      (await look(url, port, ['performance'])).number('largest-contentful-paint'),
    );
    paints.push({ path, paintMs });
  }
  const slowest = paints.reduce((most, one) => (one.paintMs > most.paintMs ? one : most));
  console.error(`  slowest: ${slowest.path}`);
  return {
    name: `Largest paint of the slowest of ${paints.length} lessons, simulated slow 4G`,
    value: `${ms(slowest.paintMs)} (p50 of all ${ms(median(paints.map(({ paintMs }) => paintMs)))})`,
    baseline: '—',
    compared: ms(slowest.paintMs),
    limit: `≤ ${mostPaintMs} ms`,
    ok: slowest.paintMs <= mostPaintMs,
  };
}
