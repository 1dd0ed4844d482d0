import { describe, expect, it, vi } from 'vitest';
import { Admission } from './admission';

const listener = () => ({ granted: vi.fn(), moved: vi.fn() });

describe('admission', () => {
  it('never lets in more runs than there are places', () => {
    const admission = new Admission({ places: 2, maxQueue: 10 });
    const kinds = [1, 2, 3, 4].map(() => admission.enter(listener()).kind);
    expect(kinds).toEqual(['granted', 'granted', 'queued', 'queued']);
  });

  it('lets the first that came go first, and tells the others their new position', () => {
    const admission = new Admission({ places: 1, maxQueue: 10 });
    const holder = admission.enter(listener());
    const [second, third] = [listener(), listener()];
    admission.enter(second);
    admission.enter(third);
    holder.leave();
    expect(second.granted).toHaveBeenCalledOnce();
    expect(third.granted).not.toHaveBeenCalled();
    expect(third.moved).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('closes the gap when somebody leaves the queue', () => {
    const admission = new Admission({ places: 1, maxQueue: 10 });
    const holder = admission.enter(listener());
    const leaver = admission.enter(listener());
    const last = listener();
    admission.enter(last);
    leaver.leave();
    expect(last.moved).toHaveBeenCalledExactlyOnceWith(1);
    holder.leave();
    expect(last.granted).toHaveBeenCalledOnce();
  });

  it('gives a place back once, however often it is left', () => {
    const admission = new Admission({ places: 1, maxQueue: 10 });
    const holder = admission.enter(listener());
    holder.leave();
    holder.leave();
    expect(admission.enter(listener()).kind).toBe('granted');
    expect(admission.enter(listener()).kind).toBe('queued');
  });

  it('gives back the place of a run that was granted it while queued', () => {
    const admission = new Admission({ places: 1, maxQueue: 10 });
    const holder = admission.enter(listener());
    const queued = admission.enter(listener());
    holder.leave();
    queued.leave();
    expect(admission.enter(listener()).kind).toBe('granted');
  });

  it('refuses when the queue is full', () => {
    const admission = new Admission({ places: 1, maxQueue: 1 });
    admission.enter(listener());
    admission.enter(listener());
    expect(admission.enter(listener()).kind).toBe('full');
  });
});
