import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings';

describe('settings', () => {
  it('have a default for everything, and count an empty value as absent', () => {
    const settings = parseSettings({ PORT: '', DATABASE_URL: '' });
    expect(settings).toMatchObject({ port: 3000, labPort: 3001, databaseUrl: null, distDir: '.next' });
    expect(settings.publicUrl).toBe('http://localhost:3000');
    expect(settings.dataDir).toMatch(/^\/.*\/\.data$/);
  });

  it('name every variable that is wrong, in one sentence', () => {
    expect(() => parseSettings({ PORT: 'eighty', DATABASE_URL: 'mysql://x' })).toThrow(
      /^Change these settings.*PORT: .*DATABASE_URL: /,
    );
  });

  it('refuse one port for both processes', () => {
    expect(() => parseSettings({ PORT: '3001' })).toThrow('LAB_PORT: must differ from PORT');
  });

  it('give two folders of data two instances, and the same folder always the same', () => {
    const instance = (folder: string) => parseSettings({ DATA_DIR: folder }).instance;
    expect(instance('/a')).not.toBe(instance('/b'));
    expect(instance('/a')).toBe(instance('/a'));
  });

  it('keep the build inside the checkout', () => {
    expect(() => parseSettings({ NEXT_DIST_DIR: '../elsewhere' })).toThrow('NEXT_DIST_DIR');
  });
});
