import { venueApproved, venueClosed } from '@gonglian/contracts/welfare.ts';
import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, optionalText } from '@gonglian/service/fields.ts';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { countedOf } from './tell-venue.ts';
import { lockVenue, readWholeVenue, takeVenueStep, venueStep, type VenueRow } from './venue.ts';
import { HAVES, lackingOf } from './venue-policy.ts';
import { DECISIONS, decideVenueStep, IN_USE } from './venue-steps.ts';

/**
 * Refused VENUE_SAME_PERSON where whoever proposed it approves it; VENUE_LACKING where something of the checklist of that
 * day was not there when it was accepted.
 */
export const decideVenue = command({
  schema: z.strictObject({
    ...venueStep,
    step: code(DECISIONS),
    stepOn: date,
    note: optionalText(500),
    documentNo: optionalText(100),
    budgetFen: optionalFen,
    haves: z.array(code(HAVES)).max(HAVES.length, 'too_many'),
  }),
  permission: 'welfare.venue.decide',
  async run(tx, ask): Promise<Venue> {
    const { sql, now, actor } = tx;
    const venue = await lockVenue(tx, ask);
    const { step, stepOn, note, documentNo, haves } = ask;
    const state = decideVenueStep(venue.state, step);
    decideDay(stepOn, venue.stateOn, chinaDate(now));
    if (step === 'APPROVED' && (await proposedBy(sql, venue.venueId)) === actor.id)
      throw refused('VENUE_SAME_PERSON');
    if (step === 'ACCEPTED') {
      const lacking = lackingOf(welfarePolicy('venue.haves', stepOn)[venue.venueKind], haves);
      if (lacking.length > 0) throw refused('VENUE_LACKING', { lacking: lacking.join(',') });
    }
    await takeVenueStep(tx, venue, { state, on: stepOn, note, documentNo });
    await afterwards(tx, venue, ask);
    return readWholeVenue(sql, venue.venueId);
  },
});

async function proposedBy(sql: Sql, venueId: string): Promise<string | undefined> {
  const [step] = await sql<{ actedBy: string }>`
    select acted_by as "actedBy" from venue_step where venue_id = ${venueId} and state = 'PROPOSED'`;
  return step?.actedBy;
}

async function afterwards(
  { sql, emit }: Pick<Tx, 'sql' | 'emit'>,
  venue: VenueRow,
  { step, stepOn, budgetFen }: { step: string; stepOn: string; budgetFen: number },
): Promise<void> {
  const { venueId, unionId, venueKind } = venue;
  if (step === 'APPROVED') {
    await sql`update venue set budget_fen = ${budgetFen} where venue_id = ${venueId}`;
    emit(venueApproved, { venueId, unionId, venueKind, approvedOn: stepOn });
  }
  if (step !== 'CLOSED') return;
  await sql`
    update venue_signboard set removed_on = greatest(hung_on, ${stepOn}::date)
    where venue_id = ${venueId} and removed_on is null`;
  if (IN_USE.includes(venue.state)) emit(venueClosed, { ...countedOf(venue), closedOn: stepOn });
}
