// What each fact of households and of relief tells, as their records count it again. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Told } from './expect-recounted.ts';

export const HARDSHIP_MOVEMENTS = [
  'hardship_filed',
  'hardship_changed',
  'hardship_relieved',
  'hardship_persons_relieved',
  'hardship_closed',
];
export const RELIEF_MOVEMENTS = [
  'relief_paid',
  'relief_household',
  'relief_person',
  'relief_recovered',
];

const filedAs = (f: Pick<events.HardshipFileOpened, 'unionId' | 'fileLevel' | 'category'>) => ({
  unionId: f.unionId,
  kind: f.fileLevel,
  level: f.category,
});
const paidFrom = (
  f: Pick<events.ReliefPaid, 'unionId' | 'programme' | 'fileLevel' | 'moneySource'>,
) => ({ unionId: f.unionId, kind: f.programme, level: f.fileLevel, source: f.moneySource });

export const TOLD_OF_HOUSEHOLDS: Told = {
  'hardship-file.opened': (f: events.HardshipFileOpened) => [
    {
      ...filedAs(f),
      on: f.openedOn,
      movement: 'hardship_filed',
      source: f.reopened ? 'REOPENED' : 'FIRST',
    },
  ],
  'hardship-file.changed': (f: events.HardshipFileChanged) => [
    {
      ...filedAs(f),
      on: f.changedOn,
      movement: 'hardship_changed',
      source: `${f.fileLevelBefore}.${f.categoryBefore}`,
    },
  ],
  'hardship-file.closed': (f: events.HardshipFileClosed) => {
    const at = { ...filedAs(f), on: f.closedOn, source: f.reason };
    if (!f.relieved) return [{ ...at, movement: 'hardship_closed' }];
    return [
      { ...at, movement: 'hardship_relieved' },
      { ...at, movement: 'hardship_persons_relieved', count: f.persons },
    ];
  },
  'relief.paid': (f: events.ReliefPaid) => {
    const at = { ...paidFrom(f), on: f.paidOn };
    return [
      { ...at, movement: 'relief_paid', fen: f.amountFen },
      ...(f.householdFirst ? [{ ...at, movement: 'relief_household' }] : []),
      ...(f.personFirst ? [{ ...at, movement: 'relief_person' }] : []),
    ];
  },
  'relief.recovered': (f: events.ReliefRecovered) => [
    { ...paidFrom(f), on: f.recoveredOn, movement: 'relief_recovered', fen: f.amountFen },
  ],
};
