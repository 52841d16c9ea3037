// A nomination is declared, and takes a place: of its own union's quota, or of the nearest above that has one. That
// quota's row is locked, so the sixth for five places is refused whoever sends it, and when.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { honourNominated } from '@gonglian/contracts/competitions.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { decideTaking, lockQuota } from '../honour/quota.ts';
import { getRound, ruleIn } from '../honour/round.ts';
import { command, type Sql } from '../pipeline.ts';
import {
  beginStep,
  isFrontline,
  nominationStep,
  subjectKindOf,
  requirePublicityOver,
} from './nomination.ts';
import { viewNow, writeStep, type NominationRow } from './nomination.ts';
import { requireOnceInCycle, requirePrerequisite } from './subject.ts';

export const submitNomination = command({
  schema: z.strictObject(nominationStep),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { sql } = tx;
    const { nomination, state } = await beginStep(tx, 'SUBMIT', ask);
    requirePublicityOver(nomination, ask.happenedOn);
    const { nominationId, roundId, honourCode, level, unionId, holder } = nomination;
    const round = await getRound(sql, roundId);
    const rule = await ruleIn(sql, round, honourCode);
    await tx.beyondScope('the quota may be of a union above, and nobody is nominated twice');
    await requireOpen(sql, nomination);
    await requirePrerequisite(sql, nomination.subjectKey, rule);
    await requireOnceInCycle(sql, { ...nomination, roundYear: round.roundYear }, rule);
    const quotaUnionId = await nearestQuota(sql, nomination);
    decideTaking(await lockQuota(sql, nomination, quotaUnionId), nomination.singleListed);
    const { happenedOn } = ask;
    await writeStep(tx, nomination, { step: 'SUBMIT', state, happenedOn });
    await sql`
      update nomination set quota_union_id = ${quotaUnionId}, submitted_on = ${happenedOn}
      where nomination_id = ${nominationId}`;
    tx.emit(honourNominated, {
      nominationId,
      roundId,
      honourCode,
      level,
      unionId,
      subjectKind: subjectKindOf(holder),
      frontline: isFrontline(nomination.traits),
      singleListed: nomination.singleListed,
      nominatedOn: happenedOn,
    });
    return viewNow(tx, nominationId);
  },
});

/** Shared, so that the slate is not submitted meanwhile; refused HONOUR_SLATE_SUBMITTED once it was. */
async function requireOpen(sql: Sql, { roundId, honourCode }: NominationRow): Promise<void> {
  const [category] = await sql<{ on: string | null }>`
    select slate_submitted_on::text as on from honour_category
    where round_id = ${roundId} and honour_code = ${honourCode} for share`;
  if (category?.on) throw refused('HONOUR_SLATE_SUBMITTED', { on: category.on });
}

async function nearestQuota(sql: Sql, nomination: NominationRow): Promise<string> {
  const { roundId, honourCode, unionId } = nomination;
  const [nearest] = await sql<{ unionId: string }>`
    select q.union_id as "unionId" from honour_quota as q
    where q.round_id = ${roundId} and q.honour_code = ${honourCode}
      and (q.union_id = ${unionId} or exists (select from scope_below as b
        where b.above_id = q.union_id and b.union_id = ${unionId}))
    order by (select count(*) from scope_below as a where a.union_id = q.union_id) desc
    limit 1`;
  if (!nearest) throw refused('HONOUR_QUOTA_NONE', { unionId });
  return nearest.unionId;
}
