import { describe, expect, it } from 'vitest';
import { parseLabEnv } from './env';

const needed = { LAB_IMAGE: 'lab:1', LAB_INSTANCE: 'a1' };

describe('the environment of the lab service', () => {
  it('needs only the image and the instance', () => {
    const env = parseLabEnv(needed);
    expect(env).toMatchObject({ port: 3001, idleMs: 900_000, maxAgeMs: 7_200_000, warningMs: 120_000 });
    expect(env.warmCells).toBeLessThanOrEqual(env.maxCells);
  });

  it('says which variable is wrong', () => {
    expect(() => parseLabEnv({ ...needed, LAB_PORT: 'x' })).toThrow(/LAB_PORT/);
    expect(() => parseLabEnv({ LAB_IMAGE: 'lab:1' })).toThrow(/LAB_INSTANCE/);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseLabEnv({ ...needed, LAB_WARM_CELLS: '', LAB_HOST: '' }).bind).toBeUndefined();
  });

  it('never keeps more warm cells than there may be cells', () => {
    expect(parseLabEnv({ ...needed, LAB_MAX_CELLS: '2', LAB_WARM_CELLS: '9' }).warmCells).toBe(2);
  });
});
