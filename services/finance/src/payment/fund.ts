// Whether the money is there: earmarked money is paid for its purpose only and never beyond what there is of it. What was
// entrusted (代管经费, the premiums of mutual aid) is nobody's expenditure: it goes out of the account that it came to.
import { refused } from '@gonglian/kernel/refusal.ts';
import { potKey } from '../ledger/check-voucher.ts';
import type { PotRef } from '../ledger/voucher.ts';
import type { Sql } from '../pipeline.ts';
import type { PaymentState } from './payment.ts';

/** Where others' money is booked. It is of the county's set, and a grassroots union may borrow it (domain §5.7). */
export const TRUST_ACCOUNT = '221';

export const isEntrusted = ({ accountCode }: { accountCode: string }): boolean =>
  accountCode === TRUST_ACCOUNT;

interface From {
  accountCode: string;
  bank: string;
}

/** The fund that a line draws on: the union's own, that of its project, or what was entrusted for it. */
export function potOf(project: string, { accountCode, bank }: From): PotRef {
  if (isEntrusted({ accountCode })) return { kind: 'trust', key: project, bank };
  return project === '' ? { kind: 'own', key: '', bank } : { kind: 'project', key: project, bank };
}

/** What a line takes, and from where: of a refund the levels above give back their share out of what is held for them. */
export interface Draw {
  pot: PotRef;
  fen: number;
}

export function drawsOf(
  lines: readonly { project: string; amountFen: number; upperFen: number }[],
  from: From,
): Draw[] {
  const { bank } = from;
  const draws = lines.flatMap(({ project, amountFen, upperFen }) => [
    { pot: potOf(project, from), fen: amountFen - upperFen },
    { pot: { kind: 'upper', key: '', bank } as const, fen: upperFen },
  ]);
  return draws.filter(({ fen }) => fen > 0);
}

export interface Fund {
  kind: string;
  /** The project; '' for the union's own, and for what is held for the levels above. */
  key: string;
  /** What lies there. */
  heldFen: number;
  /** What other payments have taken of it already and the bank has not paid yet. */
  promisedFen: number;
}

/** Refused FUND_SHORT for the first fund that has not enough. */
export function decideFunds(draws: readonly Draw[], funds: readonly Fund[]): void {
  for (const [, some] of Map.groupBy(draws, ({ pot }) => potKey(pot))) {
    const [
      {
        pot: { kind, key },
      },
    ] = some as [Draw];
    const needFen = some.reduce((sum, { fen }) => sum + fen, 0);
    const fund = funds.find((one) => one.kind === kind && one.key === key);
    const shortFen = needFen - (fund ? fund.heldFen - fund.promisedFen : 0);
    if (shortFen > 0) throw refused('FUND_SHORT', { fund: kind, project: key, shortFen });
  }
}

/** What an approval counts as taken by other payments; of money without a budget an asking counts what was asked as well. */
const APPROVED_STATES = ['APPROVED', 'EXPORTED', 'SENT'] as const;
export const ASKED_STATES = ['DRAFT', 'CHECKED', ...APPROVED_STATES] as const;

/**
 * Locks the account, so that two who approve at once do not both count on the same money. What was entrusted is there as
 * far as it lies at this bank and as far as the union owes it.
 */
export async function lockFunds(
  sql: Sql,
  { unionId, bank }: { unionId: string; bank: string },
  draws: readonly Draw[],
  taking: readonly PaymentState[] = APPROVED_STATES,
): Promise<Fund[]> {
  await sql`select from bank_account where union_id = ${unionId} and bank = ${bank} for update`;
  return sql<Fund>`
    select n.kind, n.key,
      least(coalesce((select t.in_fen - t.out_fen
        from book as b join pot as p using (book_id) join pot_total as t using (book_id, pot_no)
        where b.union_id = ${unionId} and p.kind = n.kind and p.key = n.key and p.bank = ${bank}
      ), 0), case n.kind when 'trust' then coalesce((select -sum(t.balance_fen)
        from book as b join account as a using (book_id) join account_balance as t using (book_id, account_no)
        where b.union_id = ${unionId} and a.code = ${TRUST_ACCOUNT} and a.project = n.key), 0) end)::float8 as "heldFen",
      coalesce((select sum(case n.kind when 'upper' then l.upper_fen else l.amount_fen - l.upper_fen end)
        from payment as p join payment_line as l on l.payment_id = p.id
        where p.union_id = ${unionId} and p.bank = ${bank}
          and p.state = any(${taking}::text[]) and l.state = 'PENDING'
          and (n.kind = 'trust') = (p.account_code = ${TRUST_ACCOUNT})
          and (n.kind = 'upper' or l.project = n.key)), 0)::float8 as "promisedFen"
    from (select distinct * from unnest(${draws.map(({ pot }) => pot.kind)}::text[],
      ${draws.map(({ pot }) => pot.key)}::text[])) as n(kind, key)`;
}

/** A union has a fund a project and bank; what is beyond this many is not a list for a person. */
const FUNDS_MAX = 1_000;

/** Every fund that a payment may draw on, the own ones first. */
export function findFunds(sql: Sql, unionId: string): Promise<(Fund & { bank: string })[]> {
  return sql`
    select p.bank, p.kind, p.key, (t.in_fen - t.out_fen)::float8 as "heldFen",
      coalesce((select sum(l.amount_fen - l.upper_fen)
        from payment as y join payment_line as l on l.payment_id = y.id
        where y.union_id = b.union_id and y.bank = p.bank
          and y.state = any(${APPROVED_STATES}::text[]) and l.state = 'PENDING'
          and y.account_code <> ${TRUST_ACCOUNT} and l.project = p.key), 0)::float8 as "promisedFen"
    from book as b join pot as p using (book_id) join pot_total as t using (book_id, pot_no)
    where b.union_id = ${unionId} and (p.kind = 'project' or (p.kind = 'own' and p.key = ''))
    order by p.bank, p.key limit ${FUNDS_MAX}`;
}
