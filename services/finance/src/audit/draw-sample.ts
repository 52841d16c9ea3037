// A sample that anybody can draw again: at random by a seed that is kept, the greatest, or all above a threshold.
import type { AuditSample } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { lockAudit, requireState } from './audit.ts';
import { requireIndependent } from './require-independent.ts';
import { populationOf, readSamples, SUBJECTS, yearsOf, type Audited } from './sample.ts';

const SAMPLE_MAX = 2_000;
const METHODS = ['RANDOM', 'TOP_N', 'ALL_ABOVE'] as const;

const DrawSample = z
  .strictObject({
    auditId: id,
    subject: code(SUBJECTS),
    method: code(METHODS),
    size: count.max(SAMPLE_MAX, 'too_large'),
    thresholdFen: optionalFen,
    seed: optionalText(64),
  })
  // Each method takes its own measure and no other.
  .refine(({ method, size }) => (method === 'ALL_ABOVE') === (size === 0), 'size')
  .refine(({ method, thresholdFen: fen }) => method === 'ALL_ABOVE' || fen === 0, 'threshold')
  .refine(({ method, seed }) => method === 'RANDOM' || seed === '', 'seed');
type DrawSample = z.output<typeof DrawSample>;

interface Item {
  voucherNo: string | null;
  lineId: string | null;
  fen: number;
}

export const drawSample = command({
  schema: DrawSample,
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<AuditSample> {
    const { sql, actor } = tx;
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'ENTERED', 'DRAFTED', 'COMMENTED');
    await requireIndependent(sql, audit, [actor.id]);
    const population = await populationOf(sql, audit, ask.subject);
    const seed = ask.method === 'RANDOM' ? ask.seed || newId() : '';
    const items = await draw(sql, audit, { ...ask, seed });
    if (items.length === 0) throw refused('SAMPLE_EMPTY', { of: population.count });
    if (items.length > SAMPLE_MAX) throw refused('SAMPLE_TOO_LARGE', { max: SAMPLE_MAX });
    const sampleId = await keep(tx, audit, { ...ask, seed }, population, items);
    const drawn = (await readSamples(sql, ask.auditId)).find((one) => one.sampleId === sampleId);
    if (!drawn) throw refused('AUDIT_TOO_MANY', { max: 100 });
    return drawn;
  },
});

/** By the hash of seed and key: the order depends on nothing else, and nobody can foresee it. */
function draw(sql: Sql, audit: Audited, ask: DrawSample): Promise<Item[]> {
  const { firstYear, lastYear } = yearsOf(audit);
  const most = ask.method === 'ALL_ABOVE' ? SAMPLE_MAX + 1 : ask.size;
  const from = ask.method === 'ALL_ABOVE' ? ask.thresholdFen : -1;
  return sql<Item>`
    select voucher_no as "voucherNo", line_id as "lineId", amount_fen::float8 as fen
    from audit_population
    where union_id = ${audit.unionId} and subject = ${ask.subject}
      and fiscal_year between ${firstYear} and ${lastYear}
      and period between ${audit.periodFrom} and ${audit.periodTo} and amount_fen > ${from}
      and (${audit.scopeKind} = '' or key in (select audit_scope_keys(${audit.unionId}, ${ask.subject},
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))
    order by
      case when ${ask.seed} <> '' then sha256(convert_to(${ask.seed} || ':' || key, 'UTF8')) end,
      amount_fen desc, key
    limit ${most}`;
}

async function keep(
  { sql, actor, now }: Tx,
  { auditId, unionId, scopeKind, scopeCode }: Audited,
  ask: DrawSample,
  population: { count: number; fen: number },
  items: readonly Item[],
): Promise<string> {
  const sampleId = newId();
  const sampleFen = items.reduce((sum, { fen }) => sum + fen, 0);
  await sql`
    insert into audit_sample (id, audit_id, union_id, subject, method, seed, threshold_fen,
      population_count, population_fen, sample_count, sample_fen, drawn_by, drawn_at,
      scope_kind, scope_code)
    values (${sampleId}, ${auditId}, ${unionId}, ${ask.subject}, ${ask.method}, ${ask.seed},
      ${ask.thresholdFen}, ${population.count}, ${population.fen}, ${items.length}, ${sampleFen},
      ${actor.id}, ${now}, ${scopeKind}, ${scopeCode})`;
  await sql`
    insert into audit_sample_item (sample_id, union_id, seq, voucher_no, line_id, amount_fen)
    select ${sampleId}, ${unionId}, seq, voucher_no, line_id, fen
    from unnest(${items.map((item) => item.voucherNo)}::bigint[],
      ${items.map((item) => item.lineId)}::uuid[], ${items.map((item) => item.fen)}::bigint[])
      with ordinality as i(voucher_no, line_id, fen, seq)`;
  return sampleId;
}
