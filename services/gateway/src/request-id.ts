import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const HEADER = 'x-request-id';
const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
// It is written to the log, so it may not be an ID number or a phone.
const PERSONAL = /(?<![A-Za-z0-9])\d{11,18}[Xx]?(?![A-Za-z0-9])/;

/** The caller's own name for a request where it is a plain token; otherwise one made here. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[HEADER];
  const sane = typeof given === 'string' && SANE.test(given) && !PERSONAL.test(given);
  return sane ? given : randomUUID();
}
