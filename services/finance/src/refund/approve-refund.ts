// After the publicity somebody who neither made nor reviewed the list approves it.
import { refundApproved } from '@gonglian/contracts/finance.ts';
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { decidePublicityOver } from '@gonglian/kernel/publicity.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { command, type Sql } from '../pipeline.ts';
import { decideStep, lockStep, RefundDayAsk, viewNow, type RefundRow } from './refund.ts';
import { decideDay } from './take-over.ts';

type Standing = Pick<RefundRow, 'state' | 'madeBy' | 'reviewedBy' | 'publicityEndsOn'>;

/** Refused REFUND_STATE_WRONG, REFUND_SAME_PERSON, PUBLICITY_NOT_OVER: the last day counts to its end. */
export function decideApproval(run: Standing, approver: string, today: CalendarDate) {
  const next = decideStep(run.state, 'approve');
  if (approver === run.madeBy || approver === run.reviewedBy) {
    throw refused('REFUND_SAME_PERSON', { step: 'approve' });
  }
  decidePublicityOver({ endsOn: run.publicityEndsOn, openObjections: 0 }, today);
  return next;
}

export const approveRefund = command({
  schema: RefundDayAsk,
  permission: 'finance.refund.approve',
  async run({ sql, actor, now, emit }, ask): Promise<Refund> {
    const run = await lockStep(sql, ask);
    const today = decideDay(run, ask.doneOn, { after: run.publishedOn, today: chinaDate(now) });
    const next = decideApproval(run, actor.id, today);
    await sql`
      update refund_run set state = ${next}, approved_by = ${actor.id}, approved_on = ${today},
        version = version + 1
      where id = ${ask.refundId}`;
    emit(refundApproved, {
      refundId: ask.refundId,
      periodFrom: run.periodFrom,
      periodTo: run.periodTo,
      unions: run.unions,
      refundFen: BigInt(run.refundFen),
      ...(await levelsOf(sql, ask.refundId)),
      approvedOn: today,
    });
    return viewNow(sql, ask.refundId);
  },
});

type Levels = Record<'countyFen' | 'cityFen' | 'provinceFen' | 'nationalFen', bigint>;

async function levelsOf(sql: Sql, refundId: string): Promise<Levels> {
  const [sums] = await sql<Record<keyof Levels, string>>`
    select coalesce(sum(county_fen), 0)::text as "countyFen",
      coalesce(sum(city_fen), 0)::text as "cityFen",
      coalesce(sum(province_fen), 0)::text as "provinceFen",
      coalesce(sum(national_fen), 0)::text as "nationalFen"
    from refund_line where refund_id = ${refundId} and removed_reason = ''`;
  const of = (level: keyof Levels) => BigInt(sums?.[level] ?? 0);
  return {
    countyFen: of('countyFen'),
    cityFen: of('cityFen'),
    provinceFen: of('provinceFen'),
    nationalFen: of('nationalFen'),
  };
}
