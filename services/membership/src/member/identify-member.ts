// Whose account it is: the administrator, who reads no member, grants the duty `member` to whoever shows a number.
import type { IdentifiedMember } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { invalid, notFound } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findByNumber } from './number-search.ts';
import { maskPerson, openPerson } from './person.ts';
import { decideQuestions, type Question } from './search-question.ts';

const TEXT_CHARS_MAX = 80;

const IdentifyMember = z.strictObject({ text: text(TEXT_CHARS_MAX) });

/** Invalid WHOLE_NUMBER_NEEDED for what more than one person could be found by. */
export function decideNumber(typed: string): Exclude<Question, { by: 'keys' }> {
  const asked = decideQuestions(typed).find((question) => question.by !== 'keys');
  if (asked === undefined) throw invalid('WHOLE_NUMBER_NEEDED');
  return asked;
}

export const identifyMember = query({
  schema: IdentifyMember,
  permission: 'membership.member.identify',
  async run(tx, ask): Promise<IdentifiedMember> {
    const [row] = await findByNumber(tx, decideNumber(ask.text), () => true);
    if (row === undefined) throw notFound('MEMBER_UNKNOWN');
    const { memberId, unionId, unionName, state, memberNo } = row;
    const person = openPerson(tx.own.vault.openingKeys(), memberId, row.sealed);
    const { nameMasked } = maskPerson(person);
    const plain = { memberId, unionId, state, nameMasked };
    return { ...plain, unionName: unionName ?? '', memberNo: memberNo ?? '' };
  },
});
