import { describe, expect, it } from 'vitest';
import { parseSiteEnv } from './env';

const complete = {
  DATABASE_URL: 'postgresql://site@localhost:5432/site',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

describe('the settings', () => {
  it('fall back to the documented ports', () => {
    expect(parseSiteEnv(complete)).toMatchObject({ PORT: 3000, LAB_PORT: 3001, TRUSTED_PROXY_HOPS: 0 });
  });

  it('treat an empty value as absent', () => {
    expect(parseSiteEnv({ ...complete, SMTP_URL: '', LAB_PORT: '' })).toMatchObject({ LAB_PORT: 3001 });
  });

  it('name everything that is wrong at once', () => {
    const broken = { ...complete, DATABASE_URL: 'mysql://localhost/x', NEXTAUTH_SECRET: 'short' };
    expect(() => parseSiteEnv(broken)).toThrow(/DATABASE_URL.*NEXTAUTH_SECRET/s);
  });

  it('never repeat a secret in the error', () => {
    const broken = { ...complete, NEXTAUTH_SECRET: 'hunter2-hunter2' };
    expect(() => parseSiteEnv(broken)).not.toThrow(/hunter2/);
  });
});
