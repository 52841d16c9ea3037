import { recordJobFair, recordMutualAid, recordRelief, recordServices } from './care-lists.ts';
import type { CareDesk } from './care-desk.ts';
import { payCare } from './care-payments.ts';
import { recordEpidemic, visitInHardship, visitInTheHeat } from './care-visits.ts';
import { openFundDesk } from './fund-desk.ts';
import type { YearPlan } from './plan.ts';
import { openCountyDesk } from './record-desk.ts';

/** What was recorded, and who pays it once there is money. */
export interface Care {
  visits: number;
  claims: number;
  pay(): Promise<number>;
}

const NOTHING: Care = { visits: 0, claims: 0, pay: () => Promise.resolve(0) };

/**
 * The year's care. Visits with goods out of stock and with lists of money take their steps here, since a visit may be
 * recorded whenever it was. Mutual aid, relief, what was given in the epidemic, the job fair, rooms, check-ups and leaflets are
 * taken over from the year's lists: their steps have windows that were over long ago.
 */
export async function keepCare(origin: string, plan: YearPlan, nodeNumber: number): Promise<Care> {
  if (plan.care.summer.persons === 0) return NOTHING;
  const desk: CareDesk = {
    ...(await openCountyDesk(origin, plan, nodeNumber)),
    plan: plan.care,
  };
  const { visits, drafts } = await visitInHardship(desk);
  const inTheHeat = await visitInTheHeat(desk);
  const inTheEpidemic = await recordEpidemic(desk);
  await recordJobFair(desk);
  await recordServices(desk);
  await recordRelief(desk);
  const claims = await recordMutualAid(desk);
  const pay = async () => payCare(await openFundDesk(plan.region, origin), desk, drafts);
  return { visits: visits + inTheHeat + inTheEpidemic, claims, pay };
}
