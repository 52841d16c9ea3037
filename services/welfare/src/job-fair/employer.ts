// An employer that comes to a fair: by its unified social credit code (GB 32100), and not a union.
import { jobEmployerEntered } from '@gonglian/contracts/welfare.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import type { Tx } from '../pipeline.ts';

/** In the form in which it is kept. Throws invalid FIELD_INVALID with the rule of the code that fails. */
export function employerUscc(raw: string): string {
  const parsed = parseUscc(raw);
  const rule = parsed.ok ? (parsed.role === 'not_union' ? '' : 'UNION') : parsed.rule;
  if (!parsed.ok || rule !== '')
    throw invalid('FIELD_INVALID', { field: 'employerUscc', rule: rule.toLowerCase() });
  return parsed.uscc;
}

/** One fact for each that was at no fair of this node before. */
export async function enterEmployers(
  { sql, emit }: Pick<Tx, 'sql' | 'emit'>,
  fair: { jobFairId: string; unionId: string; on: string },
  employers: readonly { uscc: string; name: string; licenceSha256: string }[],
): Promise<number> {
  const codes = employers.map(({ uscc }) => uscc);
  const known = await sql<{ uscc: string }>`
    select distinct employer_uscc as uscc from job_employer where employer_uscc = any(${codes}::text[])`;
  const entered = await sql<{ uscc: string }>`
    insert into job_employer (job_fair_id, employer_uscc, union_id, name, licence_sha256, entered_on)
    select ${fair.jobFairId}::uuid, code, ${fair.unionId}::uuid, name, licence, ${fair.on}::date
    from unnest(${codes}::text[], ${employers.map(({ name }) => name)}::text[],
      ${employers.map(({ licenceSha256 }) => licenceSha256)}::text[]) as e(code, name, licence)
    on conflict do nothing returning employer_uscc as uscc`;
  const before = new Set(known.map(({ uscc }) => uscc));
  for (const { uscc } of entered)
    if (!before.has(uscc))
      emit(jobEmployerEntered, { employerUscc: uscc, unionId: fair.unionId, enteredOn: fair.on });
  return entered.length;
}
