// A finding as it is written down, whether an audit or an inspection has found it.
import { newId } from '@gonglian/kernel/id.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import type { Tx } from '../pipeline.ts';
import { CATEGORY_CODES } from './categories.ts';
import { takeStep } from './finding.ts';

/** What a person says of it. */
export const findingWords = {
  category: code(CATEGORY_CODES),
  title: text(200),
  amountFen: optionalFen,
  clause: text(200),
  cause: text(1_000),
  responsiblePost: text(100),
  suggestion: text(1_000),
};
const Words = z.strictObject(findingWords);

export type NewFinding = z.output<typeof Words> & {
  auditId: string;
  roundId: string;
  unionId: string;
  hitId: string;
  seq: number;
  raisedOn: string;
};

export async function writeFinding(tx: Tx, one: NewFinding): Promise<string> {
  const findingId = newId();
  await tx.sql`
    insert into audit_finding (id, audit_id, round_id, union_id, seq, category, title, amount_fen,
      clause, cause, responsible_post, suggestion, hit_id, raised_on)
    values (${findingId}, ${one.auditId || null}, ${one.roundId || null}, ${one.unionId}, ${one.seq},
      ${one.category}, ${one.title}, ${one.amountFen}, ${one.clause}, ${one.cause},
      ${one.responsiblePost}, ${one.suggestion}, ${one.hitId || null}, ${one.raisedOn})`;
  await takeStep(tx, [findingId], { state: 'OPEN', note: '' });
  return findingId;
}
