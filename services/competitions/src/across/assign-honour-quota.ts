// The federation gives part of its quota to a node directly below it, and tells that node what it may nominate for and what
// its slate must look like. The giver's row is locked: two that are given at once get no more than there is.
import { honourQuotaHanded } from '@gonglian/contracts/competitions.ts';
import type { HonourRoundFile } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES } from '../honour/honour-policy.ts';
import { decideHandDown, lockQuota, readQuotas, type QuotaStanding } from '../honour/quota.ts';
import { getRound, roundFile, ruleIn } from '../honour/round.ts';
import { command, type Tx } from '../pipeline.ts';
import { letterKeyOf } from './sealing.ts';

const PLACES_MAX = 10_000;
const places = z.int().min(0, 'negative').max(PLACES_MAX, 'too_large');

const AssignHonourQuota = z
  .strictObject({
    roundId: id,
    honourCode: code(HONOUR_CODES),
    toNode: text(12),
    places,
    singleListed: places,
    pooled: z.boolean(),
    slateDueOn: date,
  })
  .refine((ask) => ask.singleListed <= ask.places, {
    error: 'too_large',
    path: ['singleListed'],
  });
type AssignHonourQuota = z.output<typeof AssignHonourQuota>;

/** In the order of refusals: whose it is, how it draws, what is left. Pooled: nobody may nominate more than there is. */
export function decideAssignment(
  giver: QuotaStanding,
  receiver: QuotaStanding | undefined,
  ask: Pick<AssignHonourQuota, 'places' | 'singleListed' | 'pooled'> & { isBelow: boolean },
): void {
  if (receiver !== undefined && receiver.pooled !== ask.pooled)
    throw refused('HONOUR_QUOTA_DRAWN_OTHERWISE');
  if (!ask.pooled) return decideHandDown(giver, receiver, ask);
  if (!ask.isBelow) throw refused('HONOUR_QUOTA_NOT_BELOW');
  if (ask.places > giver.places || ask.singleListed > giver.singleListed)
    throw refused('HONOUR_QUOTA_EXCEEDED', {
      left: giver.places,
      singleListedLeft: giver.singleListed,
    });
}

export const assignHonourQuota = command({
  schema: AssignHonourQuota,
  permission: 'competitions.honour-quota.assign',
  async run(tx, ask): Promise<HonourRoundFile> {
    const { sql, own, node } = tx;
    const { roundId, honourCode, toNode } = ask;
    const round = await getRound(sql, roundId);
    const { slateSubmittedOn: on, slateDueOn } =
      round.categories.find((one) => one.honourCode === honourCode) ?? {};
    if (on) throw refused('HONOUR_SLATE_SUBMITTED', { on });
    const isLate = slateDueOn ? ask.slateDueOn > slateDueOn : false;
    if (isLate || ask.slateDueOn < round.openedOn)
      throw refused('HONOUR_SLATE_LATE', { dueOn: slateDueOn ?? '' });
    const [rootId, unionId] = [nodeRootUnionId(node), nodeRootUnionId(toNode)];
    const giver = await lockQuota(sql, ask, rootId);
    const [receiver] = await readQuotas(sql, { roundId, honourCode, unionIds: [unionId] });
    decideAssignment(giver, receiver, { ...ask, isBelow: own.subordinates.includes(toNode) });
    const [assigned] = await sql<{ no: number }>`
      insert into honour_quota as q (round_id, honour_code, union_id, from_union_id, places, single_listed,
        to_node, pooled, slate_due_on, quota_no)
      values (${roundId}, ${honourCode}, ${unionId}, ${rootId}, ${ask.places}, ${ask.singleListed},
        ${toNode}, ${ask.pooled}, ${ask.slateDueOn}, 1)
      on conflict (round_id, honour_code, union_id) do update set places = excluded.places,
        single_listed = excluded.single_listed, slate_due_on = excluded.slate_due_on,
        quota_no = q.quota_no + 1
      returning quota_no as no`;
    await tell(tx, ask, assigned?.no ?? 0);
    return roundFile(sql, roundId);
  },
});

async function tell({ sql, emit, node, own }: Tx, ask: AssignHonourQuota, quotaNo: number) {
  const { honourCode, toNode, places: count, singleListed, slateDueOn } = ask;
  const round = await getRound(sql, ask.roundId);
  const { name, holder, cycleYears, prerequisites, shares } = await ruleIn(sql, round, honourCode);
  const { roundId, roundYear, level, title, documentNo, openedOn } = round;
  emit(honourQuotaHanded, {
    roundId,
    fromNode: node,
    toNode,
    roundYear,
    level,
    title,
    documentNo,
    openedOn,
    honourCode,
    honourTitle: name,
    holder,
    cycleYears,
    prerequisites: [...prerequisites],
    shares: shares.map((share) => ({ ...share, traits: [...share.traits] })),
    places: count,
    singleListed,
    slateDueOn,
    quotaNo,
    slateKey: letterKeyOf(own.vault).publicKey,
  });
}
