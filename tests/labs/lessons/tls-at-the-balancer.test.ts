import { describe, expect, test } from 'vitest';
import type { LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import { get, readConfiguration, seenHeader, useLessonCell } from './balancing-cell';
import { makeSelfSignedCertificate } from './self-signed-certificate';

function certificates(balancer: Balancer): LabFiles {
  const shop = makeSelfSignedCertificate('shop.example');
  const vault = makeSelfSignedCertificate('vault.example');
  return balancer === 'nginx'
    ? {
        'shop.pem': shop.certificate,
        'shop.key': shop.key,
        'vault.pem': vault.certificate,
        'vault.key': vault.key,
      }
    : { 'shop.pem': shop.certificate + shop.key, 'vault.pem': vault.certificate + vault.key };
}

describe.each<Balancer>(['nginx', 'haproxy'])('TLS on %s', (balancer) => {
  const { cell, apply } = useLessonCell(balancer, 'tls');
  const ask = async (path: string) => {
    await apply(await readConfiguration('tls', balancer), certificates(balancer));
    const [answer] = await cell().send([get(path)]);
    return answer;
  };

  test('passthrough by SNI, termination and a verified hop lead to the right server', async () => {
    const answer = await ask('/right-name');
    expect(answer).toMatchObject({ status: 200, server: 'app1' });
    expect(seenHeader(answer, 'x-tls')).toBe('TLSv1.3');
    expect(seenHeader(answer, 'x-forwarded-proto')).toBe('https');
  });

  test('a certificate that the balancer does not trust ends the request', async () => {
    expect(await ask('/wrong-certificate')).toMatchObject({
      status: balancer === 'nginx' ? 502 : 503,
      server: null,
    });
  });

  test('without verification anybody with any certificate is believed', async () => {
    expect(await ask('/not-verified')).toMatchObject({ status: 200, server: 'app2' });
  });
});
