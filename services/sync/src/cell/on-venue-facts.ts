// Venues, and activities there and elsewhere.
import {
  activityHeld,
  venueApproved,
  venueClosed,
  venueOpened,
  venueRecognised,
  venueServed,
} from '@gonglian/contracts/welfare.ts';
import type {
  ActivityHeld,
  VenueOpened,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfWelfare } from '../indicator/welfare-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  venueApproved,
  venueOpened,
  venueClosed,
  venueRecognised,
  venueServed,
  activityHeld,
] as const;
export type VenueFact = Received<(typeof facts)[number]>;

export function movesOfVenues({ name, data }: VenueFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'venue.approved': {
      const venue = { kind: data.venueKind };
      return movesOfWelfare('venue_approved', unionId, data.approvedOn, venue);
    }
    case 'venue.opened':
      return movesOfWelfare('venue_opened', unionId, data.openedOn, placeOf(data));
    case 'venue.closed':
      return movesOfWelfare('venue_closed', unionId, data.closedOn, placeOf(data));
    case 'venue.recognised': {
      const { venueKind: kind, honourLevel: level } = data;
      return movesOfWelfare('venue_recognised', unionId, data.recognisedOn, { kind, level });
    }
    case 'venue.served': {
      const { venueKind: kind, measure: source } = data;
      const count = BigInt(data.served);
      return movesOfWelfare('venue_served', unionId, data.servedOn, { kind, source, count });
    }
    case 'activity.held':
      return activityMoves(data);
  }
}

type Place = Pick<VenueOpened, 'venueKind' | 'venueLevel' | 'buildMode'>;
const placeOf = ({ venueKind: kind, venueLevel: level, buildMode: source }: Place) => ({
  kind,
  level,
  source,
});

function activityMoves(activity: ActivityHeld): Movement[] {
  const { unionId, heldOn, activityKind: kind, topic, venueKind } = activity;
  const attendance = { kind, count: BigInt(activity.attendance) };
  const materials = { kind: topic, count: BigInt(activity.materials) };
  return [
    ...movesOfWelfare('activity_held', unionId, heldOn, { kind, fen: activity.costFen }),
    ...movesOfWelfare('activity_attended', unionId, heldOn, attendance),
    ...(venueKind === ''
      ? []
      : movesOfWelfare('venue_activity_held', unionId, heldOn, { kind: venueKind })),
    ...movesOfWelfare('materials_given', unionId, heldOn, materials),
  ];
}

export const onVenueFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfVenues));
  },
});
