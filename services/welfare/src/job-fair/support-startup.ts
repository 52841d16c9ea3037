import { startupSupported } from '@gonglian/contracts/welfare.ts';
import type { StartupSupport } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { amountFen, decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findStartups } from './startup.ts';

/** What a bank has lent and the union bears of the interest. Refused STARTUP_SUBSIDY_ABOVE where that is more than the loan. */
export const supportStartup = command({
  schema: z.strictObject({
    unionId: id,
    projectName: text(100),
    supportedOn: date,
    bankName: text(100),
    loanFen: amountFen,
    interestSubsidyFen: optionalFen,
    jobsCreated: count.max(1_000_000, 'too_large'),
    householdsBenefited: count.max(1_000_000, 'too_large'),
    documentNo: text(100),
  }),
  permission: 'welfare.job-placement.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<StartupSupport> {
    const { unionId, supportedOn, loanFen, interestSubsidyFen } = ask;
    decideDay(supportedOn, '', chinaDate(now));
    if (interestSubsidyFen > loanFen) throw refused('STARTUP_SUBSIDY_ABOVE');
    await requireLivingUnion(sql, unionId);
    const startupId = newId();
    await sql`
      insert into startup_support (startup_id, union_id, project_name, supported_on, bank_name, loan_fen,
        interest_subsidy_fen, jobs_created, households_benefited, document_no)
      values (${startupId}, ${unionId}, ${ask.projectName}, ${supportedOn}, ${ask.bankName}, ${loanFen},
        ${interestSubsidyFen}, ${ask.jobsCreated}, ${ask.householdsBenefited}, ${ask.documentNo})`;
    emit(startupSupported, {
      startupId,
      unionId,
      loanFen: BigInt(loanFen),
      interestSubsidyFen: BigInt(interestSubsidyFen),
      jobsCreated: ask.jobsCreated,
      householdsBenefited: ask.householdsBenefited,
      supportedOn,
    });
    const [startup] = await findStartups(sql, { id: startupId, limit: 1 });
    if (!startup) throw notFound('STARTUP_UNKNOWN', { startupId });
    return startup;
  },
});
