// What was approved and published is asked of finance: each line one grant, of one source and one project.
import type { ReliefPaymentOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { requireNotPayee, writePayout } from '@gonglian/payout/write-payout.ts';
import { id, optionalText, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { requireNoticePassed } from '../notice/write-notice.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { accountPlace, readGrant, writeGrantStep, type GrantRow } from './grant.ts';
import { nextState } from './steps.ts';

const GRANTS_MAX = 200;

export const orderReliefPayment = command({
  schema: z.strictObject({
    grantIds: z.array(id).min(1, 'required').max(GRANTS_MAX, 'too_many'),
    payerUnionId: id,
    bank: optionalText(40),
    documentNo: text(80),
  }),
  permission: 'welfare.relief.pay',
  unions: ({ payerUnionId }) => [payerUnionId],
  async run(tx, ask): Promise<ReliefPaymentOrder> {
    const { sql, actor, now } = tx;
    const today = chinaDate(now);
    await requireLivingUnion(sql, ask.payerUnionId);
    const grants = await lockGrants(sql, ask.grantIds);
    const [first] = grants;
    if (!first) throw notFound('RELIEF_GRANT_UNKNOWN');
    requireAlike(grants, first);
    for (const grant of grants) {
      nextState('ORDER', grant.state);
      const shown = { subject: 'RELIEF_GRANT', subjectId: grant.grantId } as const;
      await requireNoticePassed(sql, shown, today);
      await requirePayer(sql, ask.payerUnionId, grant.unionId);
    }
    const lines = grants.map((grant) => lineOf(tx, grant));
    requireNotPayee(lines, actor);
    const { payoutKind } = welfarePolicy('relief.programmes', today)[first.programme];
    const payoutId = await writePayout(tx, {
      unionId: ask.payerUnionId,
      payoutKind,
      codes: welfarePolicy('payout.codes', today)[payoutKind],
      bank: ask.bank,
      projectCode: first.projectCode,
      sourceCode: welfarePolicy('relief.source_codes', today)[first.moneySource],
      documentNo: ask.documentNo,
      madeBy: actor.id,
      lines,
    });
    await sql`
      update relief_grant set payout_id = ${payoutId}, failure_code = ''
      where grant_id = any(${ask.grantIds}::uuid[])`;
    for (const grant of grants)
      await writeGrantStep(tx, grant, { step: 'ORDER', state: 'PAY_ORDERED' });
    const totalFen = BigInt(grants.reduce((sum, { amountFen }) => sum + amountFen, 0));
    return { payoutId, lineCount: grants.length, totalFen };
  },
});

/** In one order whoever asks, so that two lists with the same grants wait for one another. */
async function lockGrants(sql: Sql, grantIds: readonly string[]): Promise<GrantRow[]> {
  await sql`
    select from relief_grant where grant_id = any(${grantIds}::uuid[]) order by grant_id for update`;
  const grants: GrantRow[] = [];
  for (const grantId of grantIds) grants.push(await readGrant(sql, grantId));
  return grants;
}

/** Refused RELIEF_SOURCES_DIFFER: a payment has one programme, one source and one project. */
function requireAlike(grants: readonly GrantRow[], first: GrantRow): void {
  const alike = grants.every(
    ({ programme, moneySource, projectCode }) =>
      programme === first.programme &&
      moneySource === first.moneySource &&
      projectCode === first.projectCode,
  );
  if (!alike) throw refused('RELIEF_SOURCES_DIFFER');
}

/** Refused PAYER_NOT_ABOVE: relief is paid by the worker's union or by one above it. */
async function requirePayer(sql: Sql, payerId: string, unionId: string): Promise<void> {
  if (payerId === unionId) return;
  const below = await sql`
    select from scope_below as b (b_above, b_below)
    where b.b_above = ${payerId}::uuid and b.b_below = ${unionId}::uuid`;
  if (below.length === 0) throw refused('PAYER_NOT_ABOVE', { unionId });
}

function lineOf({ own }: Tx, grant: GrantRow) {
  const { grantId, personId, memberId, nameSealed, accountSealed, bankCode, amountFen } = grant;
  if (accountSealed === null) throw refused('RELIEF_ACCOUNT_MISSING');
  return {
    recordId: grantId,
    recordPart: '',
    payeeKind: 'PERSON' as const,
    payeeName: openName(own.vault, personId, nameSealed),
    accountNumber: own.vault.open(accountSealed, accountPlace(grantId)),
    bankCode,
    amountFen,
    beneficiaryId: memberId ?? personId,
    memberId,
  };
}
