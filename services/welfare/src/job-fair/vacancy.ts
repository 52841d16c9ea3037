// A notice of work: what it says is read before it stands.
import type { JobVacancy } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { RefusedWord } from './job-fair-policy.ts';

/** Refused JOB_WAGE_RANGE; JOB_TERMS_REFUSE_PEOPLE with the word and the clause that forbids it. */
export function decideVacancy(
  ask: { vacancyTitle: string; terms: string; wageFromFen: number; wageToFen: number },
  words: readonly RefusedWord[],
): void {
  if (ask.wageToFen < ask.wageFromFen) throw refused('JOB_WAGE_RANGE');
  // Blanks and signs between the characters hide nothing.
  const said = `${ask.vacancyTitle}${ask.terms}`.replace(/[\s\p{P}\p{S}]/gu, '');
  const found = words.find(({ word }) => said.includes(word));
  if (found) throw refused('JOB_TERMS_REFUSE_PEOPLE', { word: found.word, clause: found.clause });
}

/** Of one fair, or of all that are published and not yet held. */
export async function findVacancies(
  sql: Sql,
  of: {
    id?: string;
    jobFairId?: string | null;
    openOnly?: boolean;
    after?: string | null;
    limit: number;
  },
): Promise<JobVacancy[]> {
  const { id = null, jobFairId = null, openOnly = false, after = null, limit } = of;
  type Row = Omit<JobVacancy, 'wageFromFen' | 'wageToFen'> & {
    wageFromFen: number;
    wageToFen: number;
  };
  const rows = await sql<Row>`
    select v.vacancy_id as "vacancyId", v.job_fair_id as "jobFairId", e.name as "employerName", v.title as "vacancyTitle",
      v.headcount, v.wage_from_fen::float8 as "wageFromFen", v.wage_to_fen::float8 as "wageToFen", v.workplace, v.terms,
      v.intents, v.state
    from job_vacancy as v join job_employer as e using (job_fair_id, employer_uscc)
    join job_fair as f using (job_fair_id)
    where (${id}::uuid is null or v.vacancy_id = ${id}::uuid)
      and (${jobFairId}::uuid is null or v.job_fair_id = ${jobFairId}::uuid)
      and (not ${openOnly}::boolean or (v.state = 'OPEN' and f.state = 'REGISTERING'))
      and (${after}::uuid is null or v.vacancy_id > ${after}::uuid)
    order by v.vacancy_id limit ${limit}`;
  return rows.map((row) => ({
    ...row,
    wageFromFen: BigInt(row.wageFromFen),
    wageToFen: BigInt(row.wageToFen),
  }));
}
