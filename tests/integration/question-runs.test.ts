import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TimelineEvent } from '@/labs/protocol/server-frames';
import { db } from '@/lib/db/client';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import { editQuestion } from '@/lib/questions/edit-post';
import { findThread } from '@/lib/questions/find-thread';
import { previewPost } from '@/lib/questions/runs/place-runs';
import type { Actor } from '@/lib/questions/take-turn';
import { writeCatalogue } from '@/setup/catalogue';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { ask, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

beforeAll(writeCatalogue);
withSite();

const scenario = 'first-balancer';
const lab = { course: 'labs', lesson: scenario };
const attack = '<img src=x onerror=alert(1)>';

const event = (after: number, kind: TimelineEvent['kind'], text: string) => ({
  at: Date.parse('2026-11-23T10:00:00Z') + after * 1000,
  kind,
  text,
});

/** A run of this person, over unless told, with one task passed. */
const newRun = async ({ viewer }: Actor, { isOver = true, text = 'app2 was crashed' } = {}) => {
  const timeline = [event(0, 'applied', 'nginx applied in 7 ms'), event(65, 'fault', text)];
  const state = isOver ? ('ended' as const) : ('live' as const);
  const activeKey = isOver ? null : randomUUID();
  const { id } = await db().labRun.create({
    data: { userId: viewer.id, scenario, state, activeKey, timeline },
  });
  const verdict = { ok: true, evidence: `A third each. ${text}`, counterExample: null, expected: null };
  const result = { runId: id, verdict: { ...verdict, failedRequests: 3 }, verdictAt: new Date() };
  await db().labTaskResult.upsert({
    where: { userId_scenario_task: { userId: viewer.id, scenario, task: 'spread' } },
    create: { userId: viewer.id, scenario, task: 'spread', ...result },
    update: result,
  });
  return id;
};

const htmlOf = async (id: number) => (await findThread(id, null))?.question.html ?? '';
const cards = (run: string) => db().runCard.count({ where: { runId: run } });

describe('a lab run in a post', () => {
  it('is shown to everybody once its owner posts its address on a line of its own, and not before', async () => {
    const asker = await newGuest();
    const run = await newRun(asker);
    const body = `Look:\n/runs/${run}\nWhy three?`;
    expect(await previewPost(asker.viewer.id, body)).toContain('class="run-card"');
    expect(await cards(run), 'a preview makes nothing public').toBe(0);
    const html = await htmlOf(await ask(asker, { ...lab, body }));
    expect(html).toMatch(/^<p>Look:<\/p><figure class="run-card">.*<\/figure><p>Why three\?<\/p>$/s);
    expect(html).toContain('Lab run: Your first load balancer');
    expect(html).toContain('✓ passed');
    expect(html).toContain('3 failed requests');
    expect(html).toContain('1:05</span> app2 was crashed');
    expect(html).toContain('href="/labs/first-balancer"');
    expect(await cards(run)).toBe(1);
  });

  it('may be written as the whole address of this site, and is a link anywhere else', async () => {
    const asker = await newGuest();
    const run = await newRun(asker);
    const show = (body: string) => previewPost(asker.viewer.id, body);
    expect(await show(`http://localhost:3000/runs/${run}`)).toContain('run-card');
    expect(await show(`Here\n\n<http://localhost:3000/runs/${run}/>\n\nThere`)).toContain('run-card');
    for (const elsewhere of [
      `See /runs/${run} for it`,
      `https://evil.example/runs/${run}`,
      `[my run](http://localhost:3000/runs/${run})`,
      `- /runs/${run}`,
      `> /runs/${run}`,
      `\`\`\`\n/runs/${run}\n\`\`\``,
      `/runs/${run}?x`,
      `/runs/../runs/${run}`,
    ])
      expect(await show(elsewhere), elsewhere).not.toContain('run-card');
  });

  it('of somebody else stays what was typed, whether it exists or not, also after they made it public', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const [run, none] = [await newRun(owner), randomUUID()];
    const shown = async (id: string) => {
      const body = `/runs/${id}`;
      const posted = await htmlOf(await ask(other, { ...lab, body }));
      return [await previewPost(other.viewer.id, body), posted].map((html) => html.replaceAll(id, 'ID'));
    };
    const stranger = await shown(run);
    expect(stranger).toEqual(await shown(none));
    expect(stranger[1]).toBe('<p>/runs/ID</p>');
    expect(await cards(run)).toBe(0);
    await ask(owner, { ...lab, body: `/runs/${run}` });
    expect(await shown(run), 'public now').toEqual(stranger);
  });

  it('that a question is about must be the asker’s own, of that lab, and answers tell no other case apart', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const run = await newRun(owner);
    const about = (id: string, change = {}) => newQuestion({ ...lab, run: id, body: '', ...change });
    const foreign = await askQuestion(other, about(run));
    expect(foreign).toEqual(await askQuestion(other, about(randomUUID())));
    expect(codeOf(foreign)).toBe('unknown-run');
    expect(codeOf(await askQuestion(owner, about(run, { lesson: 'failover' })))).toBe('unknown-run');
    const { lesson, course } = newQuestion();
    expect(codeOf(await askQuestion(owner, about(run, { lesson, course })))).toBe('unknown-run');
    expect(await db().question.count({ where: { labRunId: run } })).toBe(0);
    expect(await cards(run)).toBe(0);
    const id = valueOf(await askQuestion(owner, about(run))).id;
    expect(await htmlOf(id)).toMatch(/^<figure class="run-card">/);
    const placed = valueOf(await askQuestion(owner, about(run, { body: `/runs/${run}\n\nSo?` }))).id;
    expect((await htmlOf(placed)).match(/run-card"/g), 'shown once').toHaveLength(1);
  });

  it('can be put into an answer and by an edit, where a form that arrives twice is one card', async () => {
    const [asker, helper] = [await newGuest(), await newGuest()];
    const [mine, theirs] = [await newRun(asker), await newRun(helper)];
    const id = await ask(asker, lab);
    const form = { body: `As in mine:\n\n/runs/${theirs}`, submission: randomUUID() };
    await Promise.all([1, 2, 3].map(() => answerQuestion(helper, id, form)));
    const change = { title: newQuestion().title, body: `/runs/${mine}`, version: 1 };
    await Promise.all([1, 2, 3].map(() => editQuestion(asker, id, change)));
    const thread = await findThread(id, null);
    expect(thread?.question.html).toContain('run-card');
    expect(thread?.answers.map(({ html }) => html.includes('run-card'))).toEqual([true]);
    expect([await cards(mine), await cards(theirs)]).toEqual([1, 1]);
  });

  it('is kept as it was when it is over, though later runs take its verdicts over, and renewed while it goes on', async () => {
    const asker = await newGuest();
    const over = await newRun(asker);
    await ask(asker, { ...lab, body: `/runs/${over}` });
    const live = await newRun(asker, { isOver: false });
    const title = 'What differs between these two runs?';
    const id = await ask(asker, { ...lab, title, body: `/runs/${over}\n\n/runs/${live}` });
    const [first = '', second = ''] = (await htmlOf(id)).split('</figure>');
    expect(first).toContain('✓ passed');
    expect(second).toContain('not over yet');
    await db().labRun.update({ where: { id: live }, data: { state: 'ended', activeKey: null } });
    await editQuestion(asker, id, { title, body: `/runs/${live}`, version: 1 });
    expect(await htmlOf(id)).not.toContain('not over yet');
  });

  it('holds no markup, whatever the lab reported', async () => {
    const asker = await newGuest();
    const run = await newRun(asker, { text: attack });
    const html = await htmlOf(await ask(asker, { ...lab, body: `/runs/${run}` }));
    expect(html).toContain('&#x3C;img src=x onerror=alert(1)>');
    expect(html).not.toContain('<img');
  });

  it('is bounded: five of a post are shown, each once', async () => {
    const asker = await newGuest();
    const runs: string[] = [];
    for (let at = 0; at < 7; at += 1) runs.push(await newRun(asker));
    const body = [...runs, ...runs].map((run) => `/runs/${run}`).join('\n');
    expect((await htmlOf(await ask(asker, { ...lab, body }))).match(/run-card"/g)).toHaveLength(5);
    expect(await db().runCard.count({ where: { userId: asker.viewer.id } })).toBe(5);
  });

  it('stays with its post when the account goes', async () => {
    const asker = await newGuest();
    const run = await newRun(asker);
    const id = await ask(asker, { ...lab, body: `/runs/${run}` });
    await db().user.delete({ where: { id: asker.viewer.id } });
    expect(await htmlOf(id)).toContain('run-card');
  });
});
