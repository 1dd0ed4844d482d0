import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** The balancer's name in every cell. */
export const targetHost = process.env['LAB_TARGET'] ?? 'balancer';

let known: string | null = null;

/** The balancer's address never changes within a cell, so one answer serves for ever, also while its container is down and unnamed. */
export const lookupTarget: LookupFunction = (host, options, callback) => {
  const reply = (address: string) =>
    options.all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4);
  if (known !== null) return reply(known);
  dnsLookup(host, { family: 4 }, (error, address) => {
    if (error) return callback(error, '', 4);
    known = address;
    reply(address);
  });
};
