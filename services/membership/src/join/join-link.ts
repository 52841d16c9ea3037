// The signed text behind a poster's QR code: until when, which union, and a MAC over both and the
// node.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isCalendarDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';

export interface JoinLinkClaim {
  unionId: string;
  /** The last day the link is good. */
  expiresOn: CalendarDate;
}

const SECRET_BYTES_MIN = 32;
const TOKEN_CHARS_MAX = 200;

export function signJoinLink(secret: Buffer, node: string, claim: JoinLinkClaim): string {
  const body = `${claim.expiresOn}.${claim.unionId}`;
  return `${body}.${macOf(secret, node, body).toString('base64url')}`;
}

/**
 * The claim; refused JOIN_LINK_INVALID for whatever this node has not signed, JOIN_LINK_EXPIRED
 * once it is over.
 */
export function openJoinLinkToken(
  secret: Buffer,
  node: string,
  token: string,
  today: CalendarDate,
): JoinLinkClaim {
  const [expiresOn = '', unionId = '', mac = '', ...rest] = token.split('.', 5);
  const shaped = token.length <= TOKEN_CHARS_MAX && rest.length === 0;
  if (!shaped || !isCalendarDate(expiresOn) || !isId(unionId)) throw refused('JOIN_LINK_INVALID');
  const expected = macOf(secret, node, `${expiresOn}.${unionId}`);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw refused('JOIN_LINK_INVALID');
  }
  if (expiresOn < today) throw refused('JOIN_LINK_EXPIRED');
  return { unionId, expiresOn };
}

function macOf(secret: Buffer, node: string, body: string): Buffer {
  if (secret.length < SECRET_BYTES_MIN) {
    throw new Error(`membership: the link secret needs at least ${SECRET_BYTES_MIN} bytes`);
  }
  // The prefix keeps these apart from whatever else the key may sign one day.
  return createHmac('sha256', secret).update(`join-link.v1|${node}|${body}`).digest();
}
