import * as facts from '@gonglian/contracts/competitions.ts';
import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { DAY, told } from './told-record.ts';

const named = (what: string, [level, counted, before]: [string, string, string]) =>
  [
    what,
    facts.studioNamed,
    events.StudioNamed,
    { level, countedLevel: counted, countedLevelBefore: before, namedOn: DAY, members: 5 },
  ] as const;

export const TOLD_STUDIOS = [
  told(
    named('named for the first time', ['COUNTY', 'COUNTY', '']),
    [
      { movement: 'studio_founded' },
      { movement: 'studio_members_came', count: 5n },
      { movement: 'studio_named', organiserLevel: 'COUNTY' },
      { movement: 'studio_counted', organiserLevel: 'COUNTY' },
    ],
    [
      '1 innovation_studios_established ',
      '1 innovation_studios_established studio_level=county',
      '1 innovation_studios_total ',
      '1 innovation_studios_total studio_level=county',
      '5 innovation_studio_members ',
    ],
  ),
  told(
    named('named at a higher level: one still', ['PROVINCE', 'PROVINCE', 'COUNTY']),
    [
      { movement: 'studio_named', organiserLevel: 'PROVINCE' },
      { movement: 'studio_counted', organiserLevel: 'PROVINCE' },
      { movement: 'studio_counted', organiserLevel: 'COUNTY', count: -1n },
    ],
    [
      '1 innovation_studios_established studio_level=province',
      '1 innovation_studios_total studio_level=province',
      '-1 innovation_studios_total studio_level=county',
    ],
  ),
  told(
    named('named at a lower level: where it counts it stays', ['CITY', 'PROVINCE', 'PROVINCE']),
    [{ movement: 'studio_named', organiserLevel: 'CITY' }],
    ['1 innovation_studios_established studio_level=city'],
  ),
  told(
    [
      'removed',
      facts.studioRemoved,
      events.StudioRemoved,
      { level: 'PROVINCE', removedOn: DAY, members: 6 },
    ],
    [
      { movement: 'studio_removed', organiserLevel: 'PROVINCE' },
      { movement: 'studio_members_left', count: 6n },
    ],
    [
      '-1 innovation_studios_total ',
      '-1 innovation_studios_total studio_level=province',
      '-6 innovation_studio_members ',
    ],
  ),
  told(
    ['a report', facts.studioReported, events.StudioReported, { patents: 4, reportedOn: DAY }],
    [{ movement: 'patent_granted', count: 4n }],
    ['4 patents_granted '],
  ),
  told(
    ['a report without', facts.studioReported, events.StudioReported, { reportedOn: DAY }],
    [{ movement: 'patent_granted', count: 0n }],
    [],
  ),
  told(
    [
      'money',
      facts.studioFunded,
      events.StudioFunded,
      { level: 'CITY', amountFen: 5_000_000n, fundedOn: DAY },
    ],
    [{ movement: 'studio_funded', organiserLevel: 'CITY', amountFen: 5_000_000n }],
    ['5000000 innovation_funding_yuan ', '5000000 innovation_funding_yuan studio_level=city'],
  ),
  told(
    ['joined', facts.allianceJoined, events.AllianceJoined, { joinedOn: DAY }],
    [{ movement: 'alliance_joined' }],
    ['1 innovation_studio_alliance_members '],
  ),
  told(
    ['left', facts.allianceLeft, events.AllianceLeft, { leftOn: DAY }],
    [{ movement: 'alliance_left' }],
    ['-1 innovation_studio_alliance_members '],
  ),
];
