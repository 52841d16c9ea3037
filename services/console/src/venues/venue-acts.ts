import { VENUE_ATTRIBUTES } from '../acts/service-fields.ts';
import { keyed, listed, type Act, type ActsOf, type FieldName, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Venue } from '../shapes.ts';
import { degreesOf, e6In } from './degrees.ts';
import { hoursIn, typedHours } from './hours.ts';

/** Until it is open, in this order. */
export const venueWay = ['PROPOSED', 'APPROVED', 'BUILDING', 'ACCEPTED', 'OPEN'] as const;
export const venueStates = [...venueWay, 'SUSPENDED', 'RECTIFY', 'CLOSED', 'REFUSED'] as const;
/** It counts as one that is there. */
export const inUse: readonly string[] = ['OPEN', 'SUSPENDED', 'RECTIFY'];

type Attribute = keyof typeof VENUE_ATTRIBUTES;
const attributes = Object.keys(VENUE_ATTRIBUTES) as Attribute[];
const content: readonly FieldName[] = [
  'venueName',
  'tier',
  'address',
  'latitude',
  'longitude',
  'area',
  'hours',
  'facilities',
];

/** Those that a venue of the kind has. */
const ofKind = (venueKind: string): Attribute[] =>
  attributes.filter((name) => VENUE_ATTRIBUTES[name].when?.({ venueKind }) ?? true);

/** What may change of a venue without a step. */
function contentSaid(of: Said, venueKind: string) {
  const unsaid = ['', 'UNSAID'];
  return {
    venueName: of('venueName'),
    tier: of('tier') === 'NONE' ? '' : of('tier'),
    address: of('address'),
    latitudeE6: e6In(of('latitude')),
    longitudeE6: e6In(of('longitude')),
    areaSqm: Number(of('area')),
    openingHours: hoursIn(of('hours')),
    facilities: listed(of('facilities')),
    attributes: ofKind(venueKind)
      .map((attribute) => ({ attribute, attributeValue: of(attribute) }))
      .filter(({ attributeValue }) => !unsaid.includes(attributeValue)),
  };
}

/** A node knows its own region. */
export const proposeVenue: ActsOf<{ region: string }> = {
  proposeVenue: {
    leads: true,
    fields: [
      'union',
      'venueKind',
      'venueLevel',
      'buildMode',
      'regionCode',
      ...content,
      ...attributes,
      'proposedOn',
    ],
    first: ({ region }) => ({ regionCode: region }),
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        venueKind: of('venueKind'),
        venueLevel: of('venueLevel'),
        buildMode: of('buildMode'),
        regionCode: of('regionCode'),
        ...contentSaid(of, of('venueKind')),
        proposedOn: of('proposedOn'),
      };
      return answer(client.POST('/venues', { headers: keyed(key), body }));
    },
  },
};

const about = ({ venueId }: Venue, key: string) => ({
  params: { path: { venueId } },
  headers: keyed(key),
});

/** Taken by whose it is. */
const own = (step: string, from: readonly string[], leads = false): Act<Venue> => ({
  from,
  ...(leads ? { leads } : {}),
  fields: ['stepOn', 'remarks'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      step,
      stepOn: of('stepOn'),
      note: of('remarks'),
    };
    return answer(client.POST('/venues/{venueId}/steps', { ...about(one, key), body }));
  },
});

/** Decided by the federation. */
const decided = (
  step: string,
  from: readonly string[],
  fields: readonly FieldName[],
  leads = false,
): Act<Venue> => ({
  whole: true,
  from,
  ...(leads ? { leads } : {}),
  fields: ['stepOn', ...fields, 'remarks'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      step,
      stepOn: of('stepOn'),
      note: of('remarks'),
      documentNo: of('documentNo'),
      budgetFen: fenOf(of('budget')),
      haves: listed(of('haves')),
    };
    return answer(client.POST('/venues/{venueId}/decisions', { ...about(one, key), body }));
  },
});

const lifeActs: ActsOf<Venue> = {
  approveVenue: decided('APPROVED', ['PROPOSED'], ['budget', 'documentNo'], true),
  refuseVenue: decided('REFUSED', ['PROPOSED'], []),
  buildVenue: own('BUILDING', ['APPROVED'], true),
  acceptVenue: decided('ACCEPTED', ['BUILDING'], ['haves', 'documentNo'], true),
  openVenue: own('OPEN', ['ACCEPTED', 'SUSPENDED', 'RECTIFY'], true),
};

const endActs: ActsOf<Venue> = {
  suspendVenue: own('SUSPENDED', ['OPEN']),
  rectifyVenue: decided('RECTIFY', ['OPEN', 'SUSPENDED'], []),
  closeVenue: decided('CLOSED', ['APPROVED', 'BUILDING', 'ACCEPTED', ...inUse], []),
};

/** What was said of it before, so that only what changed is typed. */
function saidBefore(venue: Venue): Partial<Record<FieldName, string>> {
  const said = new Map(venue.attributes.map((one) => [one.attribute, one.attributeValue]));
  const kept = ofKind(venue.venueKind).map((name) => [name, said.get(name) ?? ''] as const);
  return {
    venueName: venue.venueName,
    tier: venue.tier || 'NONE',
    address: venue.address,
    latitude: degreesOf(venue.latitudeE6),
    longitude: degreesOf(venue.longitudeE6),
    area: String(venue.areaSqm),
    hours: typedHours(venue.openingHours),
    facilities: venue.facilities.join(','),
    ...Object.fromEntries(kept),
  };
}

const recordActs: ActsOf<Venue> = {
  tallyVenue: {
    from: inUse,
    fields: ['measure', 'talliedOn', 'tally'],
    send(one, of, key) {
      const body = {
        measure: of('measure'),
        talliedOn: of('talliedOn'),
        count: Number(of('tally')),
      };
      return answer(client.POST('/venues/{venueId}/tallies', { ...about(one, key), body }));
    },
  },
  amendVenue: {
    from: venueStates.slice(0, -2),
    fields: ({ venueKind }) => [...content, ...ofKind(venueKind)],
    first: saidBefore,
    send(one, of, key) {
      const body = { expectedVersion: one.version, ...contentSaid(of, one.venueKind) };
      return answer(client.POST('/venues/{venueId}/amendment', { ...about(one, key), body }));
    },
  },
  hangSignboard: {
    from: inUse,
    fields: ['signboardKind', 'signboardName', 'hungOn'],
    send(one, of, key) {
      const body = {
        signboardKind: of('signboardKind'),
        signboardName: of('signboardName'),
        hungOn: of('hungOn'),
      };
      return answer(client.POST('/venues/{venueId}/signboards', { ...about(one, key), body }));
    },
  },
  checkVenue: {
    whole: true,
    from: inUse,
    fields: ['checkedOn', 'haves', 'remarks'],
    send(one, of, key) {
      const checkedOn = of('checkedOn');
      const body = {
        year: Number(checkedOn.slice(0, 4)),
        checkedOn,
        haves: listed(of('haves')),
        note: of('remarks'),
      };
      return answer(client.POST('/venues/{venueId}/checks', { ...about(one, key), body }));
    },
  },
  recogniseVenue: {
    whole: true,
    from: inUse,
    fields: ['venueTitle', 'honourLevel', 'recognisedOn', 'documentNo'],
    send(one, of, key) {
      const body = {
        title: of('venueTitle'),
        honourLevel: of('honourLevel'),
        recognisedOn: of('recognisedOn'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/venues/{venueId}/recognitions', { ...about(one, key), body }));
    },
  },
};

export const venueActs: ActsOf<Venue> = { ...lifeActs, ...recordActs, ...endActs };

/** One of the signboards of a venue. */
export interface Hung {
  venue: Venue;
  signboard: Venue['signboards'][number];
}
export const signboardActs: ActsOf<Hung> = {
  removeSignboard: {
    when: ({ signboard }) => signboard.removedOn === '',
    fields: ['removedOn'],
    send({ venue, signboard }, of, key) {
      const body = { signboardKind: signboard.signboardKind, removedOn: of('removedOn') };
      const path = '/venues/{venueId}/signboards/removal' as const;
      return answer(client.POST(path, { ...about(venue, key), body }));
    },
  },
};

export const pointActs: ActsOf<null> = {
  setGathering: {
    fields: ['union', 'pointName', 'latitude', 'longitude', 'workersHere'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        pointName: of('pointName'),
        latitudeE6: e6In(of('latitude')),
        longitudeE6: e6In(of('longitude')),
        workers: Number(of('workersHere')),
      };
      return answer(client.POST('/gathering-points', { headers: keyed(key), body }));
    },
  },
};
