// What an applicant agreed to before anything was asked of him (PIPL art. 17, 28, 29).
import type { Consent, ConsentGiven } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { JoinChannel } from '@gonglian/kernel/member.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

const GIVEN_MAX = 100;
const VERSION_CHARS_MAX = 40;

/**
 * The kinds of consent that are to be kept. CONSENT_MISSING, with the field, where somebody applies by himself and has
 * not agreed to both; on paper he has signed.
 */
export function decideConsent(
  channel: JoinChannel,
  consent: Consent | undefined,
): ('general' | 'sensitive')[] {
  const { noticeVersion = '', general = false, sensitive = false } = consent ?? {};
  if (noticeVersion.length > VERSION_CHARS_MAX) {
    throw invalid('FIELD_INVALID', { field: 'consent.noticeVersion', rule: 'too_long' });
  }
  if (channel === 'QR') {
    const missing = !general ? 'general' : !sensitive ? 'sensitive' : '';
    const field = noticeVersion === '' ? 'noticeVersion' : missing;
    if (field !== '') throw invalid('CONSENT_MISSING', { field: `consent.${field}` });
  }
  if (noticeVersion === '') return [];
  return [...(general ? ['general' as const] : []), ...(sensitive ? ['sensitive' as const] : [])];
}

export async function keepConsent(
  sql: Sql,
  memberId: string,
  given: { kinds: readonly string[]; noticeVersion: string; at: Date },
): Promise<void> {
  if (given.kinds.length === 0) return;
  await sql`
    insert into consent (member_id, notice_version, kind, given_at)
    select ${memberId}::uuid, ${given.noticeVersion}, kind, ${given.at}
    from unnest(${given.kinds}::text[]) as kind
    on conflict (member_id, notice_version, kind) do nothing`;
}

export function listConsents(sql: Sql, memberId: string): Promise<ConsentGiven[]> {
  return sql<ConsentGiven>`
    select notice_version as "noticeVersion", kind,
      to_char(given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "givenAt"
    from consent where member_id = ${memberId} order by given_at, kind limit ${GIVEN_MAX}`;
}
