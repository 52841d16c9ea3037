import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { expect, test } from 'vitest';
import { movesOfCare, type CareFact } from '../cell/on-care-facts.ts';
import { summed, type Movement } from './movements.ts';
import { recountedRecord } from './record-movements.ts';

const told = (moves: Movement[]): string[] =>
  summed(moves)
    .map(({ indicator, period, dims, delta }) => `${period} ${delta} ${indicator} ${dims}`)
    .toSorted();
const paid = (payoutKind: string): Case => [
  'payout.paid',
  events.PayoutPaid.fromPartial({
    unionId: 'u',
    payoutKind,
    amountFen: 55_200n,
    paidOn: '2026-02-09',
  }),
  { movement: 'paid_out', kind: payoutKind, count: 1n, amountFen: 55_200n },
];
const cared = (careForm: string): Case => [
  'model-workers.cared',
  events.ModelWorkersCared.fromPartial({
    unionId: 'u',
    careForm,
    happenedOn: '2026-02-10',
    persons: 74,
  }),
  { movement: 'model_workers_cared', kind: careForm, count: 74n },
];
type Case = [string, object, Partial<CompetitionsRecountRow>];

test.each<[...Case, string[]]>([
  [
    ...paid('LIVING_SUBSIDY'),
    [
      '1 model_worker_care_persons ',
      '55200 model_worker_care_yuan ',
      '55200 model_worker_care_yuan fund_kind=living_subsidy',
    ],
  ],
  [...paid('STUDY_SUBSIDY'), ['55200 study_dream_yuan ']],
  [...paid('HAZARD_AWARD'), []],
  [...cared('VISIT'), ['74 model_worker_care_persons ']],
  // Who recuperates is counted by those who book it.
  [...cared('RECUPERATION'), []],
  [
    'study-subsidy.approved',
    events.StudySubsidyApproved.fromPartial({
      unionId: 'u',
      degree: 'BACHELOR',
      approvedOn: '2026-02-28',
      amountFen: 200_000n,
    }),
    { movement: 'study_approved', kind: 'BACHELOR', count: 1n, amountFen: 200_000n },
    ['1 study_dream_persons '],
  ],
])('%s: told and recounted alike (%#)', (name, data, row, cells) => {
  const expected = cells.map((cell) => `2026-02 ${cell}`).toSorted();
  expect(told(movesOfCare({ name, data } as CareFact))).toEqual(expected);
  const recount = { unionId: 'u', month: '2026-02', ...row };
  const moves = recountedRecord(CompetitionsRecountRow.fromPartial(recount));
  expect(told(moves ?? [])).toEqual(expected);
});
