// What visits, relief and mutual aid move.
import type { CellIndicator } from './catalogue.ts';
import { both, lessOf, money, pairOf, times, type Helped, type Moves } from './helped.ts';
import type { Movement } from './movements.ts';
import {
  FOUR_SEASONS,
  OCCASIONS,
  PRODUCTS,
  PROGRAMMES,
  PURCHASES,
  RECIPIENTS,
  REGISTERS,
  SEVERITIES,
} from './welfare-dims.ts';

interface Campaign {
  yuan: CellIndicator;
  persons?: CellIndicator;
  sites?: CellIndicator;
}

/** A visit is of one campaign; of the four gifts it counts beside that among the four. */
const CAMPAIGNS: Readonly<Record<string, Campaign>> = {
  WINTER_WARMTH: { yuan: 'warmth_funds_yuan', persons: 'warmth_visit_persons' },
  SUMMER_COOLING: {
    yuan: 'summer_cooling_yuan',
    persons: 'summer_cooling_persons',
    sites: 'summer_cooling_enterprises',
  },
  EPIDEMIC: { yuan: 'pandemic_aid_yuan', persons: 'pandemic_aid_persons' },
  DISASTER: { yuan: 'disaster_aid_yuan' },
};

const campaignOf = ({ kind }: Helped): Campaign | undefined =>
  Object.hasOwn(CAMPAIGNS, kind) ? CAMPAIGNS[kind] : undefined;
const season = ({ kind }: Helped) => pairOf('campaign', FOUR_SEASONS, kind);
const occasion = ({ level }: Helped) => pairOf('campaign', OCCASIONS, level);
const recipient = ({ source }: Helped) => pairOf('worker_group', RECIPIENTS, source);

const ofSeasons = (one: Helped, moves: (dims: string[]) => Movement[]): Movement[] => {
  const dims = season(one);
  return dims.length === 0 ? [] : moves(dims);
};

function fundMoves(one: Helped): Movement[] {
  const campaign = campaignOf(one);
  return [
    ...(campaign ? money(campaign.yuan, one, ...recipient(one)) : []),
    ...ofSeasons(one, (dims) => money('four_season_funds_yuan', one, ...dims)),
  ];
}

function visitedMoves(one: Helped): Movement[] {
  const persons = campaignOf(one)?.persons;
  return [
    ...(persons ? times(persons, one, ...recipient(one)) : []),
    ...ofSeasons(one, (dims) => times('four_season_care_persons', one, ...dims)),
  ];
}

/** What somebody in hardship is given to live on in an epidemic is relief alone: no part of the funds against it. */
const isLiving = ({ kind, source }: Helped): boolean =>
  kind === 'EPIDEMIC' && source === 'HARDSHIP';

/** Money at a visit for who is in hardship is relief too: by its occasion, or for an epidemic. */
function cashMoves(one: Helped): Movement[] {
  if (one.source !== 'HARDSHIP') return [];
  const epidemic = isLiving(one) ? ['aid_kind=pandemic_living'] : [];
  const dims = [...epidemic, ...occasion(one).map((pair) => `${aidBy(pair)}_cash`)].slice(0, 1);
  return [
    ...times('hardship_aid_persons', one, ...dims),
    ...money('hardship_aid_yuan', one, ...dims),
  ];
}
const aidBy = (pair: string): string => pair.replace('campaign=', 'aid_kind=');

/** By programme; of what was given away beside, and of the three programmes of the register together. */
function reliefDims({ kind, level, source }: Helped): string[] {
  const programme = pairOf('aid_kind', PROGRAMMES, kind);
  if (source === 'DONATION')
    return [...programme, ...both(programme, ['partner=charity_federation'])];
  const register = pairOf('register', REGISTERS, level);
  const filed = kind !== 'TEMPORARY' && programme.length > 0 && register.length > 0;
  return [
    ...programme,
    ...register,
    ...(filed ? ['aid_kind=living_tuition_medical;register=national_and_local'] : []),
  ];
}

function reliefMoves(one: Helped): Movement[] {
  return [
    ...money('hardship_aid_yuan', one, ...reliefDims(one)),
    ...(one.kind === 'STUDY' ? money('tuition_aid_yuan', one) : []),
  ];
}

/** Of a household on the register: by its register, how hard it is, and both. */
function fileDims({ kind, level }: Pick<Helped, 'kind' | 'level'>): string[] {
  const register = pairOf('register', REGISTERS, kind);
  const severity = pairOf('severity', SEVERITIES, level);
  return [...register, ...severity, ...both(register, severity)];
}

/** Of another category now: one still, and of its own as it was and as it is. */
function changedMoves(one: Helped): Movement[] {
  const [kind = '', level = ''] = one.source.split('.');
  const was = { ...lessOf(one), kind, level };
  return [
    ...times('hardship_households_total', was, ...fileDims(was)),
    ...times('hardship_households_total', one, ...fileDims(one)),
  ];
}

const leaves = (one: Helped): Movement[] =>
  times('hardship_households_total', lessOf(one), ...fileDims(one));
const product = ({ kind }: Helped) => pairOf('product', PRODUCTS, kind);

export const HELP_MOVES = {
  visit_made: (one) => [
    ...fundMoves(one),
    ...money('gift_goods_yuan', one, ...recipient(one)),
    ...ofSeasons(one, (dims) => times('four_season_events_held', one, ...dims)),
  ],
  worker_visited: visitedMoves,
  package_given: (one) =>
    times(
      'gift_packages_distributed',
      one,
      ...occasion(one),
      ...recipient(one),
      ...both(occasion(one), recipient(one)),
    ),
  site_visited: (one) => {
    const sites = campaignOf(one)?.sites;
    return sites ? times(sites, one) : [];
  },
  care_paid: (one) => [...(isLiving(one) ? [] : fundMoves(one)), ...cashMoves(one)],
  donation_received: (one) => money('donations_mobilised_yuan', one),
  consumption_aided: (one) =>
    money('consumption_aid_yuan', one, ...pairOf('measure', PURCHASES, one.kind)),
  hardship_filed: (one) => times('hardship_households_total', one, ...fileDims(one)),
  hardship_changed: changedMoves,
  hardship_relieved: (one) => [
    ...leaves(one),
    ...times('hardship_households_relieved', one, ...fileDims(one)),
  ],
  hardship_persons_relieved: (one) => times('hardship_workers_relieved', one),
  hardship_closed: leaves,
  relief_paid: reliefMoves,
  relief_household: (one) =>
    times('hardship_aid_households', one, ...pairOf('register', REGISTERS, one.level)),
  relief_person: (one) => [
    ...times('hardship_aid_persons', one, ...reliefDims(one)),
    ...(one.kind === 'STUDY' ? times('tuition_aid_students', one) : []),
  ],
  relief_recovered: (one) => reliefMoves(lessOf(one)),
  mutual_aid_enrolled: (one) => [
    ...times('mutual_aid_participants', one, ...product(one)),
    ...money('mutual_aid_contributions_yuan', one, ...product(one)),
    ...(one.source === 'GIFTED'
      ? [
          ...times('accident_insurance_gifted_persons', one),
          ...money('accident_insurance_gifted_yuan', one),
        ]
      : []),
  ],
  mutual_aid_paid: (one) => [
    ...times('mutual_aid_beneficiaries', one, ...product(one)),
    ...times('mutual_aid_claims_paid', one, ...product(one)),
    ...money('mutual_aid_payout_yuan', one, ...product(one)),
  ],
} satisfies Readonly<Record<string, Moves>>;
