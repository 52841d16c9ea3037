import { invalid, refused } from '@gonglian/kernel/refusal.ts';

interface Opening {
  startsOn: string;
  endsOn: string;
  bookingClosesOn: string;
  workerGroup: string;
  checkUpKind: string;
  units: readonly { unionId: string }[];
}

/** In the order of refusals: a unit twice, CHECK_UP_DATES, CHECK_UP_WOMEN. */
export function decideCheckUp(ask: Opening): void {
  if (new Set(ask.units.map(({ unionId }) => unionId)).size < ask.units.length)
    throw invalid('FIELD_INVALID', { field: 'units', rule: 'twice' });
  if (ask.endsOn < ask.startsOn || ask.bookingClosesOn > ask.startsOn)
    throw refused('CHECK_UP_DATES', { startsOn: ask.startsOn });
  if (ask.checkUpKind === 'TWO_CANCER_SCREENING' && ask.workerGroup !== 'WOMEN')
    throw refused('CHECK_UP_WOMEN');
}
