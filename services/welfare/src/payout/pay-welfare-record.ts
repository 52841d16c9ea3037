// What a record of welfare has decided for somebody outside its lists is asked of finance, each record once: the lawyer of a
// case, whoever hosted a journey, the bank that lent to a start-up.
import type { Payout } from '@gonglian/contracts/gen/gonglian/welfare/v1/payout.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { paidFrom } from '@gonglian/payout/paid-from.ts';
import { readWholePayout } from '@gonglian/payout/payout.ts';
import { requireNotPayee, writePayout, type NewPayoutLine } from '@gonglian/payout/write-payout.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { professionalPlace } from '../legal-aid/professional.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

export const PAID_RECORDS = ['LEGAL_AID_SUBSIDY', 'RECUPERATION_COST', 'STARTUP_SUBSIDY'] as const;
type PaidRecord = (typeof PAID_RECORDS)[number];

const PayWelfareRecord = z.strictObject({
  unionId: id,
  payoutKind: code(PAID_RECORDS),
  recordId: id,
  ...paidFrom,
  documentNo: text(80),
  /** Of a lawyer's case, which has no sum of its own; else 0. */
  amountFen: optionalFen,
  payeeName: payeeName.or(z.literal('')),
  accountNumber,
  bankCode,
});
type Ask = z.output<typeof PayWelfareRecord>;

/** RECORD_UNKNOWN; refused PAYER_NOT_ABOVE, PAYOUT_AMOUNT_DECIDED, RECORD_UNDECIDED, PAYOUT_ABOVE, RECORD_PAID. */
export const payWelfareRecord = command({
  schema: PayWelfareRecord,
  permission: 'welfare.payout.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Payout> {
    const { sql, own, actor, now } = tx;
    await requireLivingUnion(sql, ask.unionId);
    const line = lineOf(tx, ask, await readRecord(sql, ask));
    requireNotPayee([line], actor);
    const codes = welfarePolicy('payout.codes', chinaDate(now))[ask.payoutKind];
    const payoutId = await writePayout(tx, { ...ask, codes, madeBy: actor.id, lines: [line] });
    return readWholePayout(sql, own.vault, payoutId);
  },
});

interface Decided {
  unionId: string;
  /** Whose name is kept here; a unit, or a bank, is named by whoever asks. */
  personId: string | null;
  nameSealed: Buffer | null;
  /** 0 where whoever asks says how much. */
  decidedFen: number;
}

const FIND: Readonly<Record<PaidRecord, (sql: Sql, recordId: string) => Promise<Decided[]>>> = {
  // A case that was evaluated (domain §3.6): its lawyer.
  LEGAL_AID_SUBSIDY: (sql, recordId) => sql<Decided>`
    select a.union_id as "unionId", r.id::text as "personId", r.name_sealed as "nameSealed", 0::float8 as "decidedFen"
    from legal_aid as a join professional as r on r.id = a.professional_id
    where a.id = ${recordId} and a.state = 'EVALUATED'`,
  // What of a settled journey the union bears (domain §3.5).
  RECUPERATION_COST: (sql, recordId) => sql<Decided>`
    select union_id as "unionId", null as "personId", null::bytea as "nameSealed", union_fen::float8 as "decidedFen"
    from recuperation_batch where batch_id = ${recordId} and settled_on is not null and union_fen > 0`,
  STARTUP_SUBSIDY: (sql, recordId) => sql<Decided>`
    select union_id as "unionId", null as "personId", null::bytea as "nameSealed",
      interest_subsidy_fen::float8 as "decidedFen"
    from startup_support where startup_id = ${recordId} and interest_subsidy_fen > 0`,
};

async function readRecord(sql: Sql, { unionId, payoutKind, recordId }: Ask): Promise<Decided> {
  const [found] = await FIND[payoutKind](sql, recordId);
  if (!found) throw notFound('RECORD_UNKNOWN', { recordId });
  if (found.unionId === unionId) return found;
  const below = await sql`
    select from scope_below as b (b_above, b_below)
    where b.b_above = ${unionId}::uuid and b.b_below = ${found.unionId}::uuid`;
  if (below.length === 0) throw refused('PAYER_NOT_ABOVE', { unionId: found.unionId });
  return found;
}

function lineOf({ own, now }: Tx, ask: Ask, found: Decided): NewPayoutLine {
  const { personId, nameSealed, decidedFen } = found;
  const kept = personId !== null && nameSealed !== null;
  if (kept === (ask.payeeName !== '')) throw invalid('PAYEE_NAME_WRONG', { field: 'payeeName' });
  if (decidedFen > 0 && ![0, decidedFen].includes(ask.amountFen))
    throw refused('PAYOUT_AMOUNT_DECIDED', { decidedFen });
  const amountFen = decidedFen || ask.amountFen;
  if (amountFen === 0) throw refused('RECORD_UNDECIDED');
  const most = welfarePolicy('payout.legal_aid_subsidy_max', chinaDate(now));
  if (decidedFen === 0 && amountFen > most) throw refused('PAYOUT_ABOVE', { maxFen: most });
  return {
    recordId: ask.recordId,
    recordPart: '',
    payeeKind: kept ? 'PERSON' : 'UNIT',
    payeeName: kept ? own.vault.open(nameSealed, professionalPlace(personId)) : ask.payeeName,
    accountNumber: ask.accountNumber,
    bankCode: ask.bankCode,
    amountFen,
    beneficiaryId: personId ?? '',
    memberId: null,
  };
}
