import { jobFairHeld } from '@gonglian/contracts/welfare.ts';
import type { Tx } from '../pipeline.ts';
import type { FairRow } from './job-fair.ts';

/** A fair was held: what it counts. */
export function tellHeld({ emit }: Pick<Tx, 'emit'>, fair: FairRow, heldOn: string): void {
  const { jobFairId, unionId, channel, campaign, wanted, attendees, intents } = fair;
  const { employerCount: employers, vacancyCount: vacancies } = fair;
  const counted = { employers, vacancies, wanted, attendees, intents };
  emit(jobFairHeld, { jobFairId, unionId, channel, campaign, ...counted, heldOn });
}
