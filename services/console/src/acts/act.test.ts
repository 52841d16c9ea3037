import { expect, test } from 'vitest';
import { hazardActs } from '../innovation/hazard-acts.ts';
import { resultActs } from '../innovation/result-acts.ts';
import { studioActs } from '../innovation/studio-acts.ts';
import { submitSuggestion, suggestionActs } from '../innovation/suggestion-acts.ts';
import acts from '../i18n/acts/zh-CN.json';
import campaigns from '../i18n/campaigns/zh-CN.json';
import giving from '../i18n/giving/zh-CN.json';
import households from '../i18n/households/zh-CN.json';
import notices from '../i18n/notices/zh-CN.json';
import reform from '../i18n/reform/zh-CN.json';
import services from '../i18n/services/zh-CN.json';
import rights from '../i18n/rights/zh-CN.json';
import zh from '../i18n/zh-cn.ts';
import type { InnovationResult } from '../shapes.ts';
import { FIELDS, typed, type FieldName } from './act-fields.ts';
import { listed, offers, peopleIn } from './act.ts';

const over = (duty: string, whole = true) => ({ duty, whole });

test.each([
  ['SUBMITTED', 'clerk', ['adoptSuggestion', 'rejectSuggestion']],
  ['SUBMITTED', 'auditor', []],
  ['ADOPTED', 'chair', ['recordBenefit']],
  ['BENEFIT_RECORDED', 'clerk', ['rewardSuggestion']],
  ['REWARDED', 'clerk', ['payReward']],
  ['REWARDED', 'auditor', []],
])('a suggestion %s, as %s', (state, duty, names) => {
  const record = { payoutState: '' } as never;
  expect(offers(suggestionActs, { record, state, reader: over(duty, false) })).toEqual(names);
});

test.each([
  ['SUBMITTED', ['forwardHazard']],
  ['FORWARDED', ['fixHazard', 'refuseHazard']],
  ['FIXED', ['awardHazard']],
  ['REFUSED', []],
  ['AWARDED', ['payAward']],
])('a hazard %s', (state, names) => {
  const record = { payoutState: '' } as never;
  expect(offers(hazardActs, { record, state, reader: over('clerk') })).toEqual(names);
});

test.each([
  ['APPLIED', over('chair', false), ['confirmStudio', 'denyStudio']],
  ['APPLIED', over('clerk'), []],
  ['UNIT_CHECK', over('clerk'), ['reviewStudio', 'refuseStudio']],
  ['UNIT_CHECK', over('clerk', false), []],
  ['PUBLICITY', over('clerk'), ['nameStudio', 'refuseStudio']],
  ['NAMED', over('clerk', false), ['reportStudio']],
  ['YEARLY_REPORT', over('clerk'), ['nameHigher', 'reportStudio', 'fundStudio', 'inspectStudio']],
  [
    'REVIEW',
    over('clerk'),
    ['nameHigher', 'fundStudio', 'continueStudio', 'warnStudio', 'removeStudio'],
  ],
  ['REMOVED', over('clerk'), []],
])('a studio %s, as %o', (state, reader, names) => {
  expect(offers(studioActs, { record: {} as never, state, reader })).toEqual(names);
});

test('a member speaks for himself, a desk for others', () => {
  const asked = (duty: string) =>
    offers(submitSuggestion, { record: null, state: '', reader: over(duty, false) });
  expect(asked('member')).toEqual(['suggestMine']);
  expect(asked('clerk')).toEqual(['submitSuggestion']);
});

test('a result is declared where it was not yet, and decided where it was evaluated', () => {
  const record = {
    declarations: [
      { level: 'UNIT', state: 'HONOURED' },
      { level: 'COUNTY', state: 'DECLARED' },
    ],
  } as InnovationResult;
  const reader = over('clerk');
  expect(offers(resultActs, { record, state: '', reader })).toEqual([
    'declareResult',
    'evaluateResult',
  ]);
  expect(resultActs.declareResult?.levels?.(record).declaredAt).toEqual([
    'CITY',
    'PROVINCE',
    'NATIONAL',
  ]);
  expect(resultActs.evaluateResult?.levels?.(record).decidedAt).toEqual(['COUNTY']);
});

test('people are read one a line; documents by their hashes', () => {
  expect(peopleIn('张三,11010519491231002X\n\n王五 440524188001010014')).toEqual([
    { personName: '张三', idNumber: '11010519491231002X' },
    { personName: '王五', idNumber: '440524188001010014' },
  ]);
  expect(listed('')).toEqual([]);
  expect(listed('a,b')).toEqual(['a', 'b']);
});

test('each code that a field offers has its word', () => {
  const tables: Record<string, object> = {
    ...zh,
    ...acts,
    ...giving,
    ...reform,
    ...households,
    ...campaigns,
    ...notices,
    ...services,
    ...rights,
  };
  const missing = (Object.keys(FIELDS) as FieldName[]).flatMap((name) => {
    const { words: table = '', codes = [] } = typed(name);
    return codes.filter((code) => !Object.hasOwn(tables[table] ?? {}, code));
  });
  expect(missing).toEqual([]);
});
