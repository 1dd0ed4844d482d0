import { describe, expect, it } from 'vitest';
import { completeSmtpUrl } from './smtp-url';

const settingsOf = (url: string) => new URL(completeSmtpUrl(url)).searchParams;

describe('the address of the mail server', () => {
  it('demands TLS before a password goes over the network', () => {
    expect(settingsOf('smtp://user:pass@mail.example:587').get('requireTLS')).toBe('true');
  });

  it.each([
    'smtp://mail.example:25',
    'smtp://user:pass@127.0.0.1:1025',
    'smtp://user:pass@localhost',
    'smtps://user:pass@mail.example',
  ])('leaves %s as it is', (url) => expect(settingsOf(url).has('requireTLS')).toBe(false));

  it('says itself what it wants', () => {
    const settings = settingsOf('smtp://user:pass@mail.example?requireTLS=false&maxConnections=1');
    expect(settings.get('requireTLS')).toBe('false');
    expect(settings.get('maxConnections')).toBe('1');
  });

  it('keeps a password with signs in it', () => {
    expect(completeSmtpUrl('smtp://u%40x:p%3A%2F%40@mail.example')).toContain(
      'smtp://u%40x:p%3A%2F%40@mail.example',
    );
  });
});
