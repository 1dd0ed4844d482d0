import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { ensureLabImage } from '@/labs/images/build';
import { startStack } from '@/tests/support/stack';
import { measureCellMemory } from './cell-memory';
import { measureColdStart } from './cold-start';
import { measureLabService } from './lab-service-bench';
import { measureEveryLesson, measureLighthouse } from './lighthouse';
import { asTable, type Measurement } from './measurement';
import { measurePageWeight } from './page-weight';
import { measureSearch } from './search';

const flagship = '/courses/system-design-mastery/load-balancers-layer-4-vs-layer-7';
const pages = [
  { name: 'home page', path: '/', isLesson: false },
  { name: 'course page', path: '/courses/system-design-mastery', isLesson: false },
  { name: 'flagship lesson', path: flagship, isLesson: true },
  {
    name: 'lesson on consensus',
    path: '/courses/system-design-mastery/consensus-and-leaders',
    isLesson: true,
  },
];
const lessons = listCourses()
  .flatMap(listPublishedLessons)
  .map(({ href }) => ({ path: href }));
const documentPath = path.resolve(import.meta.dirname, '../../docs/performance.md');
const [begin, end] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

async function step(name: string, work: () => Promise<Measurement[]>): Promise<Measurement[]> {
  const start = performance.now();
  console.error(`• ${name} …`);
  const results = await work();
  console.error(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return results;
}

async function writeTable(table: string) {
  const text = await readFile(documentPath, 'utf8');
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  const after = text.slice(text.indexOf(end));
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  const document = `${before}\n\nMeasured on ${date}: ${machine}.\n\n${table}\n\n${after}`;
  const style = await resolveConfig(documentPath);
  await writeFile(documentPath, await format(document, { ...style, filepath: documentPath }));
}

const { tag } = await ensureLabImage();
const instance = `bench-${randomUUID().slice(0, 8)}`;
const all = process.argv.includes('--all');

const results = [
  ...(await step('cold start', () => measureColdStart(tag, instance))),
  ...(await step('lab service: warm start, apply, faults, memory', measureLabService)),
  ...(await step('memory of cells', () => measureCellMemory(tag, instance, all))),
  ...(await step('page weight, search, Lighthouse', async () => {
    const stack = await startStack();
    try {
      return [
        await measurePageWeight(stack.siteUrl, flagship),
        await measureSearch(stack.siteUrl),
        ...(await measureLighthouse(stack.siteUrl, pages)),
        await measureEveryLesson(stack.siteUrl, lessons),
      ];
    } finally {
      await stack.stop();
    }
  })),
];

const table = asTable(results);
console.log(table);
if (process.argv.includes('--write')) await writeTable(table);
process.exit(results.every((result) => result.ok !== false) ? 0 : 1);
