// A third person agrees; what each level gives is worked out by the policy of the day and paid as any other payout.
import type { StudySubsidy } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { studySubsidyApproved } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { command, type Tx } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import { splitSubsidy } from './split.ts';
import {
  decideStudyStep,
  lockStudy,
  readStudy,
  StudyStepAsk,
  studyView,
  type StudyRow,
} from './study-subsidy.ts';

const KEY = 'study.subsidy';

export const approveStudySubsidy = command({
  schema: StudyStepAsk,
  permission: 'competitions.study.approve',
  async run(tx, ask): Promise<StudySubsidy> {
    const { sql, own, actor, now } = tx;
    const study = await lockStudy(sql, ask);
    const state = decideStudyStep(study, 'approve', actor, ask);
    const today = chinaDate(now);
    const approved = state === 'APPROVED';
    const amountFen = approved ? await give(tx, study, today) : 0;
    await sql`
      update study_subsidy set state = ${state}, approved_by = ${actor.id}, note = ${ask.note},
        approved_on = ${approved ? today : null}, amount_fen = ${amountFen},
        ordered_by = ${approved ? orderOn(COMPETITIONS_POLICY, KEY, today) : ''}, version = version + 1
      where study_id = ${study.studyId}`;
    return studyView(own.vault, await readStudy(sql, study.studyId));
  },
});

/** The shares are written and told; all of it in fen. */
async function give({ sql, emit }: Tx, study: StudyRow, today: string): Promise<number> {
  const { studyId, unionId, degree, memberId } = study;
  const shares = splitSubsidy(study.tuitionFen, competitionsPolicy(KEY, today)[degree]);
  await sql`
    insert into study_share (study_id, union_id, member_id, level, amount_fen)
    select ${studyId}::uuid, ${unionId}::uuid, ${memberId}::uuid, level, fen
    from unnest(${shares.map(({ level }) => level)}::text[], ${shares.map((one) => one.amountFen)}::bigint[])
      as h(level, fen)`;
  const amountFen = shares.reduce((sum, share) => sum + share.amountFen, 0);
  const told = { studyId, unionId, degree, approvedOn: today, amountFen: BigInt(amountFen) };
  emit(studySubsidyApproved, told);
  return amountFen;
}
