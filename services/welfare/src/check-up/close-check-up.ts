import { checkUpAttended, checkUpHeld } from '@gonglian/contracts/welfare.ts';
import type { CheckUp } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { count, date, id, optionalText } from '@gonglian/service/fields.ts';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { forgetBookings } from '../place/place-offer.ts';
import { checkUpStep, lockOpenCheckUp, readCheckUp } from './check-up.ts';

const UNITS_MAX = 1_000;

/** Refused CHECK_UP_UNIT for a unit that was not invited, CHECK_UP_ABOVE_INVITED where more came than were invited. */
export function decideAttendance(
  units: readonly { unionId: string; attended: number }[],
  invitedOf: ReadonlyMap<string, number>,
): void {
  if (new Set(units.map(({ unionId }) => unionId)).size < units.length)
    throw invalid('FIELD_INVALID', { field: 'units', rule: 'twice' });
  for (const { unionId, attended } of units) {
    const invited = invitedOf.get(unionId);
    if (invited === undefined) throw refused('CHECK_UP_UNIT', { unionId });
    if (attended > invited) throw refused('CHECK_UP_ABOVE_INVITED', { invited });
  }
}

/** Who had booked is forgotten: of each unit there is a number. */
export const closeCheckUp = command({
  schema: z.strictObject({
    ...checkUpStep,
    closedOn: date,
    units: z.array(z.strictObject({ unionId: id, attended: count })).max(UNITS_MAX, 'too_many'),
    costFen: optionalFen,
    invoiceNo: optionalText(100),
  }),
  permission: 'welfare.check-up.write',
  async run(tx, ask): Promise<CheckUp> {
    const { sql, now } = tx;
    const open = await lockOpenCheckUp(sql, ask);
    await tx.requireUnions([open.unionId]);
    decideDay(ask.closedOn, open.startsOn, chinaDate(now));
    const { units, closedOn, costFen } = ask;
    decideAttendance(units, new Map(open.units.map((unit) => [unit.unionId, unit.invited])));
    const { checkUpId } = open;
    await sql`
      update check_up_unit as u set attended = a.attended
      from unnest(${units.map(({ unionId }) => unionId)}::uuid[],
        ${units.map(({ attended }) => attended)}::int[]) as a(union_id, attended)
      where u.check_up_id = ${checkUpId} and u.union_id = a.union_id`;
    await sql`
      update check_up set state = 'CLOSED', closed_on = ${closedOn}, cost_fen = ${costFen},
        invoice_no = ${ask.invoiceNo}, version = version + 1
      where check_up_id = ${checkUpId}`;
    await forgetBookings(sql, checkUpId);
    const closed = await readCheckUp(sql, checkUpId);
    tellHeld(tx, closed);
    return closed;
  },
});

/** One fact of the batch, and one of each unit that came. */
export function tellHeld({ emit }: Pick<Tx, 'emit'>, held: CheckUp): void {
  const { checkUpId, unionId, checkUpKind, workerGroup, closedOn: heldOn, units } = held;
  const { invited, attended, costFen } = held;
  const of = { checkUpId, checkUpKind, workerGroup, heldOn };
  emit(checkUpHeld, { ...of, unionId, invited, attended, costFen });
  for (const unit of units)
    if (unit.attended > 0)
      emit(checkUpAttended, { ...of, unionId: unit.unionId, attended: unit.attended });
}
