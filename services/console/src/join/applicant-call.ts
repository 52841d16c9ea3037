// The two calls that somebody with a join link may make, and the node's own name. The link itself is the credential.
import { client } from '../client.ts';
import { Problem } from '../problem.ts';
import { personOf, type Application } from './application.ts';

export interface OpenedLink {
  unionId: string;
  unionName: string;
  expiresOn: string;
  /** The federation whose node this is. */
  federation: string;
  /** By the node's clock, in China: a phone's own may be wrong. */
  today: string;
}

/** Whoever is logged in on this phone applies as somebody with a link, like anybody else. */
function asApplicant(token: string) {
  return { headers: { Authorization: `JoinLink ${token}` }, credentials: 'omit' as const };
}

/** Whose link it is. Throws a Problem for one that is not this node's, is over, or was changed. */
export async function openLink(token: string): Promise<OpenedLink> {
  const opening = client.GET('/join-links/{token}', {
    params: { path: { token } },
    ...asApplicant(token),
  });
  const { data: link, response } = await opening;
  const { data: node } = await client.GET('/node', asApplicant(token));
  if (!link || !node) throw new Problem(response.status, { code: 'NOT_JSON' });
  const { unionId, unionName, expiresOn } = link;
  const at = new Date(response.headers.get('date') ?? Date.now());
  return { unionId, unionName, expiresOn, federation: node.name, today: chinaDay(at) };
}

/** The version of the notice in these pages' words; nobody comes to the form without both ticks. */
const noticeVersion = '2026-11';

/** The membership that has begun to be; the same key twice is one application. */
export async function sendApplication(
  token: string,
  { unionId, today }: OpenedLink,
  application: Application,
  key: string,
): Promise<string> {
  const { headers, credentials } = asApplicant(token);
  const { data, response } = await client.POST('/members/applications', {
    headers: { ...headers, 'Idempotency-Key': key },
    credentials,
    body: {
      unionId,
      person: personOf(application),
      channel: 'QR',
      appliedOn: today,
      joinToken: token,
      consent: { noticeVersion, general: true, sensitive: true },
    },
  });
  if (!data) throw new Problem(response.status, { code: 'NOT_JSON' });
  return data.memberId;
}

/** The field of the application that a refusal is about; empty where it is about the whole. */
export function fieldOf({ details }: Problem): string {
  const { field } = details;
  return typeof field === 'string' ? field.replace(/^person\./, '') : '';
}

function chinaDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}
