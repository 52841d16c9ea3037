// What facts say of a venue that counts, or no longer does.
import { venueOpened } from '@gonglian/contracts/welfare.ts';
import type { Tx } from '../pipeline.ts';
import type { VenueRow } from './venue.ts';

export const countedOf = (venue: VenueRow) => {
  const { venueId, unionId, venueKind, venueLevel, buildMode, tier, areaSqm, said } = venue;
  const libraryLinked = said['LIBRARY_LINKED'] === 'YES';
  return { venueId, unionId, venueKind, venueLevel, buildMode, tier, areaSqm, libraryLinked };
};

export function tellOpened({ emit }: Pick<Tx, 'emit'>, venue: VenueRow, openedOn: string): void {
  emit(venueOpened, { ...countedOf(venue), openedOn });
}
