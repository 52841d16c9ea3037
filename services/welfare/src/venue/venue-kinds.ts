// Which kinds of service positions there are and what each of them has besides a place and hours (domain §3.9).

export const VENUE_KINDS = [
  'OUTDOOR_STATION',
  'WORKERS_HOME',
  'BOOKHOUSE',
  'NURSING_ROOM',
  'DRIVERS_HOME',
  'CHILDCARE',
  'SERVICE_CENTRE',
  'CULTURAL_PALACE',
  'RIGHTS_POINT',
  'MENTAL_ROOM',
  'SERVICE_COMPLEX',
] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

export const VENUE_LEVELS = ['UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
export const BUILD_MODES = ['SELF_BUILT', 'JOINT', 'SHARED', 'CO_LOCATED'] as const;
/** Of the service circle. */
export const TIERS = ['FLAGSHIP', 'FUNCTIONAL', 'SHARED'] as const;

/** What may be there; the first six are the base kit of a station. */
export const FACILITIES = [
  'DRINKING_WATER',
  'MICROWAVE',
  'TABLE_CHAIRS',
  'FAN_OR_AC',
  'FIRST_AID',
  'SOCKETS',
  'TOILET',
  'FRIDGE',
  'WIFI',
  'LOCKER',
  'BOOKS',
  'SMART_DOOR',
] as const;

interface Attribute {
  form: 'number' | 'flag' | 'text';
  /** Whether a venue of the kind must say it. */
  must: boolean;
}

const flag: Attribute = { form: 'flag', must: true };
const number: Attribute = { form: 'number', must: true };
const optional = ({ form }: Attribute): Attribute => ({ form, must: false });

/** What a venue of a kind says of itself, by name. */
export const ATTRIBUTES: Readonly<Record<VenueKind, Readonly<Record<string, Attribute>>>> = {
  OUTDOOR_STATION: { SMART: optional(flag), EQUIPMENT_SETS: optional(number) },
  WORKERS_HOME: { STAR: optional(number) },
  BOOKHOUSE: { BOOKS: number, E_CARDS: optional(number), LIBRARY_LINKED: optional(flag) },
  NURSING_ROOM: { PRIVACY_LOCK: flag, SINK: flag, CHAIR: flag, NURSING_TABLE: flag },
  DRIVERS_HOME: { PARKING_PLACES: optional(number) },
  CHILDCARE: { TERM: { form: 'text', must: true }, CHILDREN: number, STAFF: number },
  SERVICE_CENTRE: { STANDARDISED: optional(flag) },
  CULTURAL_PALACE: { HALLS: optional(number) },
  RIGHTS_POINT: {},
  MENTAL_ROOM: { COUNSELLORS: optional(number) },
  SERVICE_COMPLEX: { SERVICES: number },
};
