import { describe, expect, it } from 'vitest';
import { isOwnMachine, publicAddress } from './public-address';

describe('the public address', () => {
  it.each([
    ['https://course.example/', 'https://course.example'],
    ['http://localhost:3100', 'http://localhost:3100'],
    ['', 'http://localhost:3000'],
    [undefined, 'http://localhost:3000'],
  ])('%s is %s', (source, address) => expect(publicAddress(source)).toBe(address));

  it('refuses what is no address', () => {
    expect(() => publicAddress('course')).toThrow('NEXTAUTH_URL');
    expect(() => publicAddress('ftp://course.example')).toThrow('NEXTAUTH_URL');
  });

  it('knows the addresses that nobody else can follow', () => {
    expect(['http://localhost:1', 'http://127.0.0.1', 'http://[::1]:3000'].every(isOwnMachine)).toBe(true);
    expect(isOwnMachine('http://192.168.1.5:3000')).toBe(false);
    expect(isOwnMachine('https://localhost.example')).toBe(false);
  });
});
