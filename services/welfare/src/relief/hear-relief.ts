// What the bank has paid and not paid, as finance says it: nothing else makes a grant paid.
import { reliefPaid } from '@gonglian/contracts/welfare.ts';
import type { HeardLine } from '@gonglian/payout/on-payments.ts';
import type { Tx } from '../pipeline.ts';

interface Paid {
  grantId: string;
  unionId: string;
  fileId: string | null;
  programme: string;
  fileLevel: string;
  moneySource: string;
  amountFen: number;
  householdFirst: boolean;
  personFirst: boolean;
}

/** One by one: which is the first of a household in a year depends on those before. */
export async function hearRelief(tx: Tx, lines: readonly HeardLine[]): Promise<void> {
  for (const line of lines) await (line.state === 'PAID' ? pay(tx, line) : fail(tx, line));
}

async function pay(tx: Tx, { recordId, paidOn }: HeardLine): Promise<void> {
  const { sql } = tx;
  const [paid] = await sql<Paid>`
    update relief_grant as g set state = 'PAID', paid_on = ${paidOn}, stood_on = ${paidOn}, failure_code = '',
      version = version + 1,
      household_first = g.file_id is not null and not exists (
        select from relief_grant as b where b.file_id = g.file_id and b.grant_id <> g.grant_id
          and b.paid_on is not null and date_part('year', b.paid_on) = date_part('year', ${paidOn}::date)),
      person_first = not exists (
        select from relief_grant as b where b.person_id = g.person_id and b.programme = g.programme
          and b.grant_id <> g.grant_id and b.paid_on is not null
          and date_part('year', b.paid_on) = date_part('year', ${paidOn}::date))
        and not exists (
          select from relief_past as b where b.person_id = g.person_id and b.programme = g.programme
            and date_part('year', b.paid_on) = date_part('year', ${paidOn}::date))
    where g.grant_id::text = ${recordId} and g.state in ('PAY_ORDERED', 'PAY_FAILED')
    returning g.grant_id as "grantId", g.union_id as "unionId", g.file_id as "fileId", g.programme,
      g.file_level as "fileLevel", g.money_source as "moneySource", g.amount_fen::float8 as "amountFen",
      g.household_first as "householdFirst", g.person_first as "personFirst"`;
  if (!paid) return;
  const { fileId, amountFen, ...told } = paid;
  await writeHeard(tx, paid, 'PAY', 'PAID', paidOn);
  if (fileId !== null) await relieve(tx, fileId, paidOn);
  tx.emit(reliefPaid, { ...told, amountFen: BigInt(amountFen), paidOn });
}

async function fail(tx: Tx, { recordId, failureCode }: HeardLine): Promise<void> {
  const [failed] = await tx.sql<{ grantId: string; unionId: string; on: string }>`
    update relief_grant set state = 'PAY_FAILED', failure_code = ${failureCode}, version = version + 1
    where grant_id::text = ${recordId} and state = 'PAY_ORDERED'
    returning grant_id as "grantId", union_id as "unionId", stood_on::text as on`;
  if (failed) await writeHeard(tx, failed, 'FAIL', 'PAY_FAILED', failed.on);
}

const FINANCE = 'finance';

async function writeHeard(
  { sql }: Tx,
  { grantId, unionId }: { grantId: string; unionId: string },
  step: string,
  state: string,
  on: string,
): Promise<void> {
  await sql`
    insert into relief_step (grant_id, union_id, step, state, happened_on, acted_by, reason_code)
    values (${grantId}, ${unionId}, ${step}, ${state}, ${on}, ${FINANCE}, '')`;
}

/** The household is in relief; whoever looks at its file has not missed anything by it. */
async function relieve({ sql }: Tx, fileId: string, on: string): Promise<void> {
  const [before] = await sql<{ state: string; unionId: string }>`
    select state, union_id as "unionId" from hardship_file where file_id = ${fileId} for update`;
  await sql`
    update hardship_file set helped_on = greatest(helped_on, ${on}::date),
      state = case state when 'FILED' then 'IN_RELIEF' else state end
    where file_id = ${fileId}`;
  if (before?.state !== 'FILED') return;
  await sql`
    insert into hardship_step (file_id, union_id, step, state, happened_on, acted_by, visitor_ids, present_count,
      agreed_count, against_count, abstained_count, document_no)
    values (${fileId}, ${before.unionId}, 'RELIEVE', 'IN_RELIEF', ${on}, ${FINANCE}, '{}', 0, 0, 0, 0, '')`;
}
