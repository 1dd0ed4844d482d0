import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { importSPKI, jwtVerify } from 'jose';
import { z } from 'zod';
import {
  Receipt,
  receiptAlgorithm,
  receiptAudience,
  receiptIssuer,
  receiptPath,
} from '@/labs/protocol/receipts';

const Body = z.object({ receipt: z.string() });

export interface ReceiptSite {
  readonly url: string;
  readonly receipts: Receipt[];
  /** What the site answers from now on. */
  answer: number;
  close(): Promise<void>;
}

/** The site's receipts handler alone: checks the signature and keeps what it got. */
export async function startReceiptSite(publicKeyFile: string): Promise<ReceiptSite> {
  const key = await importSPKI(await readFile(publicKeyFile, 'utf8'), receiptAlgorithm);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const take = async () => {
        if (request.url !== receiptPath || request.method !== 'POST') return 404;
        const body = Body.parse(JSON.parse(Buffer.concat(chunks).toString()));
        const { payload } = await jwtVerify(body.receipt, key, {
          issuer: receiptIssuer,
          audience: receiptAudience,
        });
        if (site.answer < 300) site.receipts.push(Receipt.parse(payload));
        return site.answer;
      };
      take().then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(400).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the site has no port');
  const site: ReceiptSite = {
    url: `http://127.0.0.1:${address.port}`,
    receipts: [],
    answer: 204,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
