import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signUp } from '@/lib/accounts/sign-up';
import { keepNotes } from '@/lib/notes/keep-notes';
import { listNotes } from '@/lib/notes/list-notes';
import { noteLimits, type Note } from '@/lib/notes/note';
import { NotesForm } from '@/lib/notes/note-form';
import { removeNote } from '@/lib/notes/remove-note';
import { password } from '@/tests/support/passwords';
import { newAddress, newGuest } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

const lesson = 'system-design-mastery/load-balancers-layer-4-vs-layer-7';
const at = (second: number) => `2026-01-01T10:00:${String(second).padStart(2, '0')}.000Z`;
const newNote = (change: Partial<Note> = {}): Note => ({
  id: randomUUID(),
  lesson,
  heading: 'layer-4',
  quote: { prefix: 'before ', exact: 'a passage', suffix: ' after' },
  body: '<script>alert(1)</script> stays text',
  createdAt: at(1),
  updatedAt: at(1),
  ...change,
});

withSite();

describe('notes of one’s own', () => {
  it('come back as they were written', async () => {
    const { id } = await newGuest();
    const notes = [newNote(), newNote({ body: '', heading: null, createdAt: at(2) })];
    expect(await keepNotes(id, notes)).toEqual({ ok: true, value: { kept: notes.map((note) => note.id) } });
    expect(await listNotes(id, lesson)).toEqual(notes);
    expect(await listNotes(id, 'system-design-mastery/elsewhere')).toEqual([]);
    expect(await listNotes(id)).toEqual(notes);
  });

  it('are out of reach for everybody else, also by their ids', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const note = newNote();
    await keepNotes(owner.id, [note]);
    expect(await listNotes(other.id)).toEqual([]);
    await removeNote(other.id, note.id);
    await keepNotes(other.id, [{ ...note, body: 'taken over', updatedAt: at(9) }]);
    expect(await listNotes(owner.id)).toEqual([note]);
    await removeNote(owner.id, note.id);
    expect(await listNotes(owner.id)).toEqual([]);
    expect(await listNotes(other.id)).toHaveLength(1);
  });

  it('keep the later state of a note, whichever arrives first, and repeating changes nothing', async () => {
    const { id } = await newGuest();
    const old = newNote();
    const edited = { ...old, body: 'edited', updatedAt: at(5) };
    for (const state of [edited, old, edited, old]) await keepNotes(id, [state]);
    expect(await listNotes(id)).toEqual([edited]);
  });

  it('are each there once when tabs merge at once', async () => {
    const { id } = await newGuest();
    const notes = Array.from({ length: 20 }, (_, index) => newNote({ createdAt: at(index) }));
    await Promise.all([notes, notes.toReversed(), notes.slice(5), notes].map((some) => keepNotes(id, some)));
    expect(await listNotes(id)).toEqual(notes);
  });

  it('stop at the limit of a lesson, exactly, and name those that fitted', async () => {
    const { id } = await newGuest();
    const notes = Array.from({ length: noteLimits.perLesson + 10 }, () => newNote());
    const batches = Array.from({ length: Math.ceil(notes.length / 30) }, (_, index) =>
      notes.slice(index * 30, index * 30 + 30),
    );
    const answers = await Promise.all(batches.map((batch) => keepNotes(id, batch)));
    const kept = answers.flatMap((answer) => (answer.ok ? answer.value.kept : []));
    expect(kept).toHaveLength(noteLimits.perLesson);
    expect((await listNotes(id)).map((note) => note.id).sort()).toEqual(kept.sort());
    expect(await keepNotes(id, [newNote()])).toMatchObject({
      ok: false,
      error: { code: 'too-many-notes', message: expect.stringContaining('Delete some') },
    });
    const [first = ''] = kept;
    const mine = (await listNotes(id)).find((note) => note.id === first);
    expect(
      mine && (await keepNotes(id, [{ ...mine, body: 'still editable', updatedAt: at(9) }])),
    ).toMatchObject({ ok: true });
  });

  it('stay with a guest who signs up', async () => {
    const { id, viewer } = await newGuest();
    const note = newNote();
    await keepNotes(id, [note]);
    const account = { name: 'Ada', email: newAddress(), password };
    expect(await signUp(account, viewer)).toMatchObject({ ok: true });
    expect(await listNotes(id)).toEqual([note]);
  });

  it('have bounded sizes, and text that the database can hold', () => {
    const refuse = (change: Partial<Note>) =>
      expect(NotesForm.safeParse({ notes: [newNote(change)] }).success).toBe(false);
    expect(NotesForm.safeParse({ notes: [newNote()] }).success).toBe(true);
    refuse({ body: 'x'.repeat(noteLimits.body + 1) });
    refuse({ body: 'a\0b' });
    refuse({ quote: { prefix: '', exact: '', suffix: '' } });
    refuse({ quote: { prefix: '', exact: 'x'.repeat(noteLimits.exact + 1), suffix: '' } });
    refuse({ id: 'mine' });
    refuse({ lesson: 'no-course' });
    refuse({ updatedAt: 'soon' });
    expect(NotesForm.safeParse({ notes: [{ ...newNote(), userId: randomUUID() }] }).success).toBe(false);
  });
});

describe('the requests', () => {
  it('need an account and a page of this site', async () => {
    const { POST } = await import('@/app/api/notes/route');
    const { DELETE } = await import('@/app/api/notes/[note]/route');
    const { id, cookie } = await newGuest();
    const note = newNote();
    const headers = (who: string, origin = 'http://localhost:3000') => ({
      cookie: who,
      origin,
      host: 'localhost:3000',
      'content-type': 'application/json',
    });
    const post = (who: string, origin?: string) =>
      POST(
        new Request('http://localhost:3000/api/notes', {
          method: 'POST',
          headers: headers(who, origin),
          body: JSON.stringify({ notes: [note] }),
        }),
      );
    expect((await post('')).status).toBe(401);
    expect((await post(cookie, 'https://evil.example')).status).toBe(403);
    expect((await post(cookie)).status).toBe(200);
    const remove = (who: string, noteId: string) =>
      DELETE(
        new Request(`http://localhost:3000/api/notes/${noteId}`, { method: 'DELETE', headers: headers(who) }),
        {
          params: Promise.resolve({ note: noteId }),
        },
      );
    expect((await remove('', note.id)).status).toBe(401);
    expect((await remove((await newGuest()).cookie, note.id)).status).toBe(204);
    expect(await listNotes(id)).toHaveLength(1);
    expect((await remove(cookie, 'not-an-id')).status).toBe(204);
    expect((await remove(cookie, note.id)).status).toBe(204);
    expect(await listNotes(id)).toEqual([]);
  });
});
