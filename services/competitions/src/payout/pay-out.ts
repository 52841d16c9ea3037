// What was decided to be given is asked of finance, each record once. What it does with it comes back as facts.
import type { Payout } from '@gonglian/contracts/gen/gonglian/competitions/v1/payout.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { paidFrom } from '@gonglian/payout/paid-from.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { readWholePayout } from '@gonglian/payout/payout.ts';
import { requireNotPayee, writePayout, type NewPayoutLine } from '@gonglian/payout/write-payout.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { openName } from '@gonglian/service/person.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { RECORD_KINDS } from './payout-policy.ts';
import { decideAmount, readSource, type Source } from './sources.ts';

/** A list that one person types in. */
const PAYEES_MAX = 200;

const PayOut = z.strictObject({
  unionId: id,
  ...paidFrom,
  payoutKind: code(RECORD_KINDS),
  documentNo: text(80),
  payees: z
    .array(
      z.strictObject({
        recordId: id,
        recordPart: z.string().max(60, 'too_long'),
        amountFen: z
          .bigint()
          .min(0n, 'negative')
          .max(BigInt(FEN_MAX), 'too_large')
          .transform(Number),
        payeeName: payeeName.or(z.literal('')),
        accountNumber,
        bankCode,
      }),
    )
    .min(1, 'required')
    .max(PAYEES_MAX, 'too_many'),
});
type PayOut = z.output<typeof PayOut>;
type Payee = PayOut['payees'][number];

export const payOut = command({
  schema: PayOut,
  permission: 'competitions.payout.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Payout> {
    const { sql, own, actor } = tx;
    await requireLivingUnion(sql, ask.unionId);
    // What is left of a pool is counted: of two who pay from it at once the second waits.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`payouts ${ask.payoutKind}`}, 0))`;
    const lines: (NewPayoutLine & { pool: string; maxFen: number })[] = [];
    for (const payee of ask.payees) lines.push(await lineOf(tx, ask, payee));
    decidePools(lines);
    requireNotPayee(lines, actor);
    const codes = competitionsPolicy('payout.codes', chinaDate(tx.now))[ask.payoutKind];
    const payoutId = await writePayout(tx, { ...ask, codes, madeBy: actor.id, lines });
    return readWholePayout(sql, own.vault, payoutId);
  },
});

async function lineOf(tx: Tx, ask: PayOut, payee: Payee) {
  const source = await readSource(tx, ask.payoutKind, payee);
  await requirePayer(tx.sql, ask.unionId, source.unionId);
  const { payeeKind, personId, memberId, pool, maxFen } = source;
  return {
    ...payee,
    payeeKind,
    pool,
    maxFen,
    payeeName: nameOf(tx, source, payee),
    amountFen: decideAmount(source, payee.amountFen),
    beneficiaryId: memberId ?? personId ?? '',
    memberId,
  };
}

/** Invalid PAYEE_NAME_WRONG: a member and a unit are named, whoever is kept here is not named again. */
function nameOf({ own }: Tx, { personId, nameSealed }: Source, payee: Payee): string {
  const kept = personId !== null && nameSealed !== null;
  if (kept === (payee.payeeName !== '')) throw invalid('PAYEE_NAME_WRONG', { field: 'payeeName' });
  return kept ? openName(own.vault, personId, nameSealed) : payee.payeeName;
}

/** Refused PAYER_NOT_ABOVE: what is paid is of the union that pays, or of one below it. */
async function requirePayer(sql: Sql, payerId: string, unionId: string): Promise<void> {
  if (payerId === unionId) return;
  const below = await sql`
    select from scope_below as b (b_above, b_below)
    where b.b_above = ${payerId}::uuid and b.b_below = ${unionId}::uuid`;
  if (below.length === 0) throw refused('PAYER_NOT_ABOVE', { unionId });
}

/** Refused PAYOUT_ABOVE: lines of one pool together take no more than there is of it. */
export function decidePools(
  lines: readonly { pool: string; maxFen: number; amountFen: number }[],
): void {
  for (const some of Map.groupBy(lines, ({ pool }) => pool).values()) {
    const maxFen = some[0]?.maxFen ?? 0;
    const fen = some.reduce((sum, line) => sum + line.amountFen, 0);
    if (maxFen > 0 && fen > maxFen) throw refused('PAYOUT_ABOVE', { maxFen });
  }
}
