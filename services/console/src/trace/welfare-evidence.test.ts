import { expect, test } from 'vitest';
import type { EvidenceItem, EvidenceStep, Notice, ReliefGrant } from '../shapes.ts';
import { welfareSource, withWelfare } from './welfare-evidence.ts';

const step = (name: string, items: Partial<EvidenceItem>[] = []) =>
  ({ step: name, gap: 'NOT_KEPT_YET', items, leftOut: 0 }) as EvidenceStep;
const asked = (code: string) => [
  step('REQUEST', [
    { part: 'SOURCE', ref: 'payout-1/2', code },
    { part: 'SOURCE_LINE', ref: '3' },
  ]),
  step('ACKNOWLEDGEMENT'),
  step('PUBLICITY'),
  step('HARDSHIP_FILE'),
];
const grant = { grantId: 'grant-1', fileId: 'file-1', confirmedOn: '2026-04-20' } as ReliefGrant;
const notice = (standing: string, state = 'SHOWN') =>
  ({ noticeId: 'notice-1', state, standing, endsOn: '2026-04-10' }) as Notice;
const gaps = (steps: readonly EvidenceStep[]) => steps.slice(1).map(({ gap }) => gap);

test('a payment of welfare is found by its payout and its line, and no other is', () => {
  expect(welfareSource(asked('welfare'))).toEqual({ payoutId: 'payout-1', seq: 3 });
  expect(welfareSource(asked('competitions'))).toBeUndefined();
  expect(welfareSource([step('REQUEST')])).toBeUndefined();
});

test.each<[string, ReliefGrant, Notice[], string[]]>([
  ['all of it', grant, [notice('OVER')], ['', '', '']],
  [
    'no acknowledgement',
    { ...grant, confirmedOn: '' },
    [notice('OVER')],
    ['NOT_CONFIRMED', '', ''],
  ],
  ['a notice that still runs', grant, [notice('RUNNING')], ['', 'NOTICE_NOT_OVER', '']],
  ['one that was taken down', grant, [notice('WITHDRAWN', 'WITHDRAWN')], ['', 'NOT_SHOWN', '']],
  ['no file', { ...grant, fileId: '' }, [notice('OVER')], ['', '', 'NO_FILE']],
])('told: %s', (_, of, notices, told) => {
  const steps = withWelfare(asked('welfare'), { grant: of, notices });
  expect(gaps(steps)).toEqual(told);
  expect(JSON.stringify(steps)).not.toContain('category');
});
