import { describe, expect, it } from 'vitest';
import { canTake, takeConfiguration, type OfferedConfiguration } from './take-configuration';

const start = { nginx: { 'nginx.conf': 'start' }, haproxy: { 'haproxy.cfg': 'start' } };
const offer: OfferedConfiguration = {
  lesson: { title: 'Lesson', href: '/courses/a/b' },
  balancer: 'nginx',
  text: 'lesson',
};
const mine = (nginx: Record<string, string>) => ({
  balancer: 'haproxy' as const,
  nginx,
  haproxy: start.haproxy,
});

describe('a lesson’s configuration in the lab', () => {
  it('becomes what is started, with its balancer, and the other balancer’s files stay', () => {
    expect(takeConfiguration(mine(start.nginx), start, offer)).toEqual({
      kept: null,
      files: { balancer: 'nginx', nginx: { 'nginx.conf': 'lesson' }, haproxy: start.haproxy },
    });
  });

  it('never loses what the learner wrote, however often it is taken', () => {
    const first = takeConfiguration(mine({ 'nginx.conf': 'mine', 'pool.conf': 'pool' }), start, offer);
    expect(first?.kept).toBe('before-lesson.conf');
    expect(first?.files.nginx).toEqual({
      'nginx.conf': 'lesson',
      'before-lesson.conf': 'mine',
      'pool.conf': 'pool',
    });
    const again = takeConfiguration(mine({ ...first?.files.nginx, 'nginx.conf': 'changed' }), start, offer);
    expect(again?.files.nginx).toMatchObject({
      'before-lesson.conf': 'mine',
      'before-lesson-2.conf': 'changed',
    });
  });

  it('is not taken when there is no room to keep the learner’s own', () => {
    const full = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`${index}.conf`, '']));
    expect(takeConfiguration(mine({ ...full, 'nginx.conf': 'mine' }), start, offer)).toBeNull();
  });

  it('is not offered to those who have it already', () => {
    const same = { balancer: 'nginx' as const, nginx: { 'nginx.conf': 'lesson' }, haproxy: {} };
    expect(canTake(same, offer)).toBe(false);
    expect(canTake({ ...same, balancer: 'haproxy' }, offer)).toBe(true);
  });
});
