import * as facts from '@gonglian/contracts/competitions.ts';
import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { DAY, told } from './told-record.ts';

const granted = (what: string, data: Partial<events.HonourGranted>) =>
  [what, facts.honourGranted, events.HonourGranted, { grantedOn: DAY, ...data }] as const;
const person = { honourCode: 'MODEL_WORKER', level: 'CITY', subjectKind: 'INDIVIDUAL' };

export const TOLD_HONOURS = [
  told(
    granted('a model worker of the front line', { ...person, frontline: true }),
    [
      {
        movement: 'individual_honoured',
        kind: 'MODEL_WORKER',
        organiserLevel: 'CITY',
        frontline: true,
      },
    ],
    [
      '1 honours_individuals ',
      '1 honours_individuals honour_level=city',
      '1 honours_individuals honour=model_worker;honour_level=city',
      '1 honours_individuals frontline=yes',
    ],
  ),
  told(
    granted('a craftsman', { ...person, honourCode: 'CRAFTSMAN', level: 'COUNTY' }),
    [{ movement: 'individual_honoured', kind: 'CRAFTSMAN', organiserLevel: 'COUNTY' }],
    [
      '1 honours_individuals ',
      '1 honours_individuals honour_level=county',
      '1 honours_individuals honour=craftsman;honour_level=county',
      '1 craftsmen_recognised ',
      '1 craftsmen_recognised honour_level=county',
    ],
  ),
  told(
    granted('an honour that is new here', {
      ...person,
      honourCode: 'OF_TOMORROW',
      level: 'MOON',
    }),
    [{ movement: 'individual_honoured', kind: 'OF_TOMORROW', organiserLevel: 'MOON' }],
    ['1 honours_individuals '],
  ),
  told(
    granted('a team', {
      honourCode: 'WORKER_PIONEER',
      level: 'PROVINCE',
      subjectKind: 'COLLECTIVE',
    }),
    [{ movement: 'collective_honoured', kind: 'WORKER_PIONEER', organiserLevel: 'PROVINCE' }],
    [
      '1 honours_collectives ',
      '1 honours_collectives honour_level=province',
      '1 honours_collectives honour=worker_pioneer;honour_level=province',
    ],
  ),
  told(
    [
      'a nomination',
      facts.honourNominated,
      events.HonourNominated,
      { honourCode: 'MAY_DAY_MEDAL', level: 'CITY', nominatedOn: DAY },
    ],
    [{ movement: 'honour_declared', kind: 'MAY_DAY_MEDAL', organiserLevel: 'CITY' }],
    [
      '1 honours_declared ',
      '1 honours_declared honour_level=city',
      '1 honours_declared honour=may_day_medal;honour_level=city',
    ],
  ),
  told(
    [
      'a round',
      facts.honourRoundOpened,
      events.HonourRoundOpened,
      { level: 'CITY', openedOn: DAY },
    ],
    [{ movement: 'honour_round_opened', organiserLevel: 'CITY' }],
    ['1 honour_rounds_held ', '1 honour_rounds_held honour_level=city'],
  ),
];
