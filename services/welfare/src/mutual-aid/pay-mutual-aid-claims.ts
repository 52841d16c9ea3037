// Claims that were approved go to finance as one list; each once, and what the bank does with it comes back. They are paid
// out of the premiums, which were entrusted to the union (代管经费): the project is that of the scheme.
import type { MutualAidPaying } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { paidFrom } from '@gonglian/payout/paid-from.ts';
import { requireNotPayee, writePayout, type NewPayoutLine } from '@gonglian/payout/write-payout.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { claimAccountPlace, MUTUAL_AID_CLAIM } from './claim.ts';
import { readPlan } from './plan.ts';

const CLAIMS_MAX = 500;

/** CLAIM_UNKNOWN for one of another plan; refused CLAIM_STATE_WRONG for one that is not approved, RECORD_PAID. */
export const payMutualAidClaims = command({
  schema: z.strictObject({
    planId: id,
    claimIds: z
      .array(id)
      .min(1, 'required')
      .max(CLAIMS_MAX, 'too_many')
      .refine((ids) => new Set(ids).size === ids.length, 'twice'),
    ...paidFrom,
    projectCode: text(40),
    documentNo: text(80),
  }),
  permission: 'welfare.mutual-aid.pay',
  async run(tx, ask): Promise<MutualAidPaying> {
    const { sql, actor, now } = tx;
    const { unionId } = await readPlan(sql, ask.planId);
    await tx.requireUnions([unionId]);
    const lines = await payeesOf(tx, ask.planId, ask.claimIds);
    requireNotPayee(lines, actor);
    const codes = welfarePolicy('payout.codes', chinaDate(now))[MUTUAL_AID_CLAIM];
    const { bank, projectCode, sourceCode, documentNo } = ask;
    const from = { unionId, bank, projectCode, sourceCode, documentNo, madeBy: actor.id };
    const payoutId = await writePayout(tx, { ...from, payoutKind: MUTUAL_AID_CLAIM, codes, lines });
    const totalFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return { payoutId, lineCount: lines.length, totalFen: BigInt(totalFen) };
  },
});

async function payeesOf(
  { sql, own }: Tx,
  planId: string,
  claimIds: readonly string[],
): Promise<NewPayoutLine[]> {
  const rows = await sql<{
    claimId: string;
    personId: string;
    memberId: string | null;
    name: Buffer;
    account: Buffer | null;
    bankCode: string;
    amountFen: number;
    state: string;
  }>`
    select c.claim_id as "claimId", c.person_id as "personId", c.member_id as "memberId", p.name_sealed as name,
      c.account_sealed as account, c.bank_code as "bankCode", c.benefit_fen::float8 as "amountFen", c.state
    from mutual_claim as c join person as p using (person_id)
    where c.plan_id = ${planId} and c.claim_id = any(${claimIds}::uuid[]) order by c.claim_id for share of c`;
  const found = new Set(rows.map(({ claimId }) => claimId));
  const unknown = claimIds.find((one) => !found.has(one));
  if (unknown !== undefined) throw notFound('CLAIM_UNKNOWN', { claimId: unknown });
  return rows.map(({ claimId, personId, memberId, name, account, state, ...line }) => {
    if (state !== 'APPROVED' || account === null)
      throw refused('CLAIM_STATE_WRONG', { claimId, state });
    return {
      ...line,
      recordId: claimId,
      recordPart: '',
      payeeKind: 'PERSON',
      payeeName: openName(own.vault, personId, name),
      accountNumber: own.vault.open(account, claimAccountPlace(claimId)),
      beneficiaryId: memberId ?? personId,
      memberId,
    };
  });
}
