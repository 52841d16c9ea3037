import type { RecordedServices } from '@gonglian/contracts/gen/gonglian/welfare/v1/past_service.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { decideCheckUp } from '../check-up/decide-check-up.ts';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { PastServices, rowsOf } from './past-rows.ts';
import { writePastActivities, writePastCheckUps, writePastVenues } from './write-past.ts';

/** Each with the facts of what took its steps here; a venue that is open still goes on from there. */
export const recordPastServices = command({
  schema: PastServices,
  permission: 'welfare.past.record',
  unions: (ask) => rowsOf(ask).map(({ unionId }) => unionId),
  async run(tx, ask): Promise<RecordedServices> {
    const today = chinaDate(tx.now);
    const { checkUps, venues, activities } = ask;
    const held = [...checkUps, ...activities].map((row) => ({
      beganOn: row.heldFrom,
      endedOn: row.heldTo,
    }));
    const opened = venues.map(({ openedOn, endedOn }) => ({
      beganOn: openedOn,
      endedOn: endedOn || openedOn,
    }));
    requirePast([...held, ...opened], today, welfarePolicy('past.days_after', today));
    for (const row of checkUps) {
      const { heldFrom: startsOn, heldTo: endsOn } = row;
      decideCheckUp({ ...row, startsOn, endsOn, bookingClosesOn: startsOn, units: [] });
    }
    const rows = rowsOf(ask);
    await requireKnownUnions(
      tx.sql,
      rows.map(({ unionId }) => unionId),
    );
    await writePastCheckUps(tx, checkUps);
    await writePastVenues(tx, venues);
    await writePastActivities(tx, activities);
    return { recorded: rows.length };
  },
});
