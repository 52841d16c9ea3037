import * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import * as facts from '@gonglian/contracts/welfare.ts';
import { cellsOf, DAY, told } from './told-helped.ts';

const deep = { fileLevel: 'NATIONAL', category: 'DEEP' };
const ofDeep = { kind: 'NATIONAL', level: 'DEEP' };
const household = (delta: string, indicator = 'hardship_households_total'): string[] =>
  cellsOf(
    `${delta} ${indicator}`,
    'register=national',
    'severity=deep',
    'register=national;severity=deep',
  );

const closed = (what: string, data: Partial<events.HardshipFileClosed>) =>
  [
    what,
    facts.hardshipFileClosed,
    events.HardshipFileClosed,
    { ...deep, persons: 3, closedOn: DAY, ...data },
  ] as const;
const paid = (what: string, data: Partial<events.ReliefPaid>) =>
  [
    what,
    facts.reliefPaid,
    events.ReliefPaid,
    { paidOn: DAY, fileLevel: 'CITY', moneySource: 'UNION_OWN', ...data },
  ] as const;
const atCity = { level: 'CITY', source: 'UNION_OWN' };
const REGISTER = 'aid_kind=living_tuition_medical;register=national_and_local';

export const TOLD_RELIEF = [
  told(
    [
      'filed',
      facts.hardshipFileOpened,
      events.HardshipFileOpened,
      { ...deep, openedOn: DAY, reopened: true },
    ],
    [{ movement: 'hardship_filed', ...ofDeep, source: 'REOPENED' }],
    household('1'),
  ),
  told(
    [
      'of another category',
      facts.hardshipFileChanged,
      events.HardshipFileChanged,
      { ...deep, changedOn: DAY, fileLevelBefore: 'NATIONAL', categoryBefore: 'RELATIVE' },
    ],
    [{ movement: 'hardship_changed', ...ofDeep, source: 'NATIONAL.RELATIVE' }],
    [
      '-1 hardship_households_total severity=relative',
      '-1 hardship_households_total register=national;severity=relative',
      '1 hardship_households_total severity=deep',
      '1 hardship_households_total register=national;severity=deep',
    ],
  ),
  told(
    closed('out of hardship', { relieved: true, reason: 'TEMP_OUT' }),
    [
      { movement: 'hardship_relieved', ...ofDeep, source: 'TEMP_OUT' },
      { movement: 'hardship_persons_relieved', ...ofDeep, source: 'TEMP_OUT', count: 3n },
    ],
    [
      ...household('-1'),
      ...household('1', 'hardship_households_relieved'),
      '3 hardship_workers_relieved ',
    ],
  ),
  told(
    closed('gone for another reason', { reason: 'RETIRED' }),
    [{ movement: 'hardship_closed', ...ofDeep, source: 'RETIRED' }],
    household('-1'),
  ),
  told(
    paid('study aid, the first of its household', {
      programme: 'STUDY',
      amountFen: 300n,
      householdFirst: true,
      personFirst: true,
    }),
    [
      { movement: 'relief_paid', kind: 'STUDY', ...atCity, amountFen: 300n },
      { movement: 'relief_household', kind: 'STUDY', ...atCity },
      { movement: 'relief_person', kind: 'STUDY', ...atCity },
    ],
    [
      ...cellsOf('300 hardship_aid_yuan', 'aid_kind=tuition', 'register=city', REGISTER),
      '300 tuition_aid_yuan ',
      ...cellsOf('1 hardship_aid_households', 'register=city'),
      ...cellsOf('1 hardship_aid_persons', 'aid_kind=tuition', 'register=city', REGISTER),
      '1 tuition_aid_students ',
    ],
  ),
  told(
    paid('once more in the year', { programme: 'MEDICAL', amountFen: 80n }),
    [{ movement: 'relief_paid', kind: 'MEDICAL', ...atCity, amountFen: 80n }],
    cellsOf('80 hardship_aid_yuan', 'aid_kind=medical', 'register=city', REGISTER),
  ),
  told(
    paid('of what was donated', {
      programme: 'MEDICAL',
      moneySource: 'DONATION',
      amountFen: 70n,
      personFirst: true,
    }),
    [
      {
        movement: 'relief_paid',
        kind: 'MEDICAL',
        level: 'CITY',
        source: 'DONATION',
        amountFen: 70n,
      },
      { movement: 'relief_person', kind: 'MEDICAL', level: 'CITY', source: 'DONATION' },
    ],
    ['70 hardship_aid_yuan', '1 hardship_aid_persons'].flatMap((what) =>
      cellsOf(what, 'aid_kind=medical', 'aid_kind=medical;partner=charity_federation'),
    ),
  ),
  told(
    paid('for who is on no register', { programme: 'TEMPORARY', fileLevel: '', amountFen: 60n }),
    [{ movement: 'relief_paid', kind: 'TEMPORARY', source: 'UNION_OWN', amountFen: 60n }],
    cellsOf('60 hardship_aid_yuan', 'aid_kind=temporary'),
  ),
  told(
    [
      'came back',
      facts.reliefRecovered,
      events.ReliefRecovered,
      {
        programme: 'STUDY',
        fileLevel: 'CITY',
        moneySource: 'UNION_OWN',
        amountFen: 300n,
        recoveredOn: DAY,
      },
    ],
    [{ movement: 'relief_recovered', kind: 'STUDY', ...atCity, amountFen: 300n }],
    [
      ...cellsOf('-300 hardship_aid_yuan', 'aid_kind=tuition', 'register=city', REGISTER),
      '-300 tuition_aid_yuan ',
    ],
  ),
];
