import type {
  TrialBalance,
  TrialBalanceLine,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { id, optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { closingOf, nameOf, readTrialBalance, type TrialLine } from './trial-balance.ts';
import { period } from './voucher-fields.ts';

export const getTrialBalance = query({
  schema: z.strictObject({
    unionId: id,
    period,
    onDate: optionalDate,
    knownAt: z.union([z.literal(''), z.iso.datetime({ offset: true })], 'not_an_instant'),
  }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<TrialBalance> {
    if (ask.onDate !== '' && !ask.onDate.startsWith(ask.period))
      throw invalid('DATE_OUTSIDE_PERIOD', { period: ask.period });
    const lastNo = await lastKnown(sql, ask.unionId, ask.knownAt);
    const lines = await readTrialBalance(sql, {
      unionId: ask.unionId,
      from: ask.period,
      to: ask.period,
      upToNo: ask.knownAt === '' ? undefined : lastNo,
      onDate: ask.onDate === '' ? undefined : ask.onDate,
    });
    return balanceOf(lines, lastNo);
  },
});

/** Instants are kept in the order of numbers, so that what was known then is what has a lower one. */
async function lastKnown(sql: Sql, unionId: string, knownAt: string): Promise<number> {
  const [row] = await sql<{ no: string }>`
    select coalesce(max(k.last_no), 0) as no from book as b join block as k using (book_id)
    where b.union_id = ${unionId} and (${knownAt} = '' or k.posted_at <= nullif(${knownAt}, '')::timestamptz)`;
  return Number(row?.no ?? 0);
}

function balanceOf(lines: readonly TrialLine[], lastNo: number): TrialBalance {
  const sum = (of: (line: TrialLine) => number) => lines.reduce((all, line) => all + of(line), 0);
  const [debitFen, creditFen] = [sum((line) => line.debitFen), sum((line) => line.creditFen)];
  return {
    items: lines.map(lineView),
    debitFen: BigInt(debitFen),
    creditFen: BigInt(creditFen),
    balanced: debitFen === creditFen && sum((line) => line.openingFen) === 0,
    lastNo: BigInt(lastNo),
  };
}

function lineView(line: TrialLine): TrialBalanceLine {
  const { code, partyId, project, mark } = line;
  return {
    accountNo: BigInt(line.accountNo),
    account: { code, partyId, project, mark },
    nameZh: nameOf(code),
    openingFen: BigInt(line.openingFen),
    debitFen: BigInt(line.debitFen),
    creditFen: BigInt(line.creditFen),
    closingFen: BigInt(closingOf(line)),
  };
}
