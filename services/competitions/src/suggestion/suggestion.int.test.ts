import { randomUUID } from 'node:crypto';
import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  memberOf,
  NOBODY,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startCompetitions();
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const idea = { title: '改进换刀顺序', content: '先粗后精，少装夹两次' };
const submit = (caller: object = {}, changes: object = {}) =>
  service.call('submitSuggestion', { ...idea, ...LI, unionId: works, ...changes }, caller);
const seen = ({ suggestionId, version }: Suggestion) => ({
  suggestionId,
  expectedVersion: version,
});
const answer = (one: Suggestion, adopted = true, caller: object = clerkOf(works)) =>
  service.call('answerSuggestion', { ...seen(one), adopted, answer: '列入计划' }, caller);
const benefit = (one: Suggestion, changes: object = {}) =>
  service.call('recordSuggestionBenefit', {
    ...seen(one),
    benefitFen: 1_860_000n,
    benefitOn: today,
    evidenceSha256: [HASH],
    ...changes,
  });
const reward = (one: Suggestion) =>
  service.call('rewardSuggestion', {
    ...seen(one),
    rewardFen: 50_000n,
    rewardDocumentNo: '合工奖〔2026〕5号',
    rewardedOn: today,
  });
const list = (caller: object, changes: object = {}) =>
  service.call(
    'listSuggestions',
    { unionId: '', state: '', cursor: '', limit: 0, ...changes },
    caller,
  );

test('it is submitted, adopted, brings something and is rewarded; two facts tell of it', async () => {
  const submitted = await submit(clerkOf(works));
  expect(submitted).toMatchObject({
    state: 'SUBMITTED',
    personNameMasked: '李*明',
    own: false,
    submittedOn: today,
    dueOn: addDays(today, 30),
  });
  const rewarded = await reward(await benefit(await answer(submitted)));
  expect(rewarded).toMatchObject({
    state: 'REWARDED',
    benefitFen: 1_860_000n,
    rewardFen: 50_000n,
    version: 4,
  });
  const { suggestionId } = submitted;
  const of = { suggestionId, unionId: works };
  expect(await factsOf(service, 'suggestion.submitted', suggestionId)).toEqual([
    { ...of, submittedOn: today },
  ]);
  expect(await factsOf(service, 'suggestion.answered', suggestionId)).toEqual([
    { ...of, adopted: true, answeredOn: today },
  ]);
});

test('a step that is skipped is refused, and so is a second answer', async () => {
  const submitted = await submit();
  await expect(benefit(submitted)).rejects.toThrow(refusedWith('SUGGESTION_STATE_WRONG'));
  await expect(reward(submitted)).rejects.toThrow(refusedWith('SUGGESTION_STATE_WRONG'));
  const rejected = await answer(submitted, false);
  expect(rejected.state).toBe('REJECTED');
  await expect(answer(rejected)).rejects.toThrow(refusedWith('SUGGESTION_STATE_WRONG'));
  await expect(benefit(rejected)).rejects.toThrow(refusedWith('SUGGESTION_STATE_WRONG'));
});

test('nothing has come of it before it was answered, nor tomorrow', async () => {
  const adopted = await answer(await submit());
  await expect(benefit(adopted, { benefitOn: addDays(today, -1) })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  await expect(benefit(adopted, { benefitOn: addDays(today, 1) })).rejects.toThrow(
    refusedWith('IN_FUTURE'),
  );
  await expect(benefit(adopted, { evidenceSha256: [] })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  );
});

test('a member submits his own, sees it and no other, and answers none', async () => {
  const member = memberOf(works);
  const his = await submit(member, NOBODY);
  expect(his).toMatchObject({ unionId: works, own: true, personNameMasked: '' });
  const others = await submit(memberOf(works), NOBODY);
  expect((await list(member)).items.map(({ suggestionId }) => suggestionId)).toEqual([
    his.suggestionId,
  ]);
  const { suggestionId } = others;
  await expect(service.call('getSuggestion', { suggestionId }, member)).rejects.toThrow(
    refusedWith('SUGGESTION_UNKNOWN', 'not_found'),
  );
  await expect(answer(his, true, member)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(submit(member)).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(submit(member, { ...LI, unionId: '' })).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
});

test('what the unit has not answered in time is listed as late; an answer takes it off', async () => {
  const late = await submit();
  const { suggestionId } = late;
  await submit();
  await service.sql`
    update suggestion set due_on = ${addDays(today, -3)} where id = ${suggestionId}`;
  const overdue = await list(clerkOf(works), { unionId: works, state: 'OVERDUE' });
  expect(overdue.items.map((one) => [one.suggestionId, one.overdueDays])).toEqual([
    [suggestionId, 3],
  ]);
  const tasks = (caller: object) => service.call('listCompetitionTasks', {}, caller);
  const dueOn = addDays(today, -3);
  const group = { kind: 'suggestion_overdue', count: 1, oldestOn: today, dueOn };
  expect((await tasks(clerkOf(works))).groups).toEqual([group]);
  expect((await tasks(clerkOf(mill))).groups).toEqual([]);
  expect((await tasks({ ...clerkOf(works), duty: 'auditor' })).groups).toEqual([]);
  await expect(tasks({ duty: 'member', scope: works })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  await answer(late);
  expect((await tasks(clerkOf(works))).groups).toEqual([]);
  expect((await list(clerkOf(works), { state: 'OVERDUE' })).items).toEqual([]);
});

test('pages of one each, the newest first', async () => {
  const [first, second] = [
    await submit({}, { unionId: mill }),
    await submit({}, { unionId: mill }),
  ];
  const page = await list(clerkOf(mill), { limit: 1 });
  expect(page.items.map((one) => one.suggestionId)).toEqual([second.suggestionId]);
  const next = await list(clerkOf(mill), { limit: 1, cursor: page.nextCursor });
  expect(next.items.map((one) => one.suggestionId)).toEqual([first.suggestionId]);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(submit({ duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const once = await submit({ key });
  expect(await submit({ key })).toEqual(once);
  await expect(submit({ key }, { title: '另一条' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(answer({ ...once, version: 2 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(answer(once, true, clerkOf(mill))).rejects.toThrow(
    refusedWith('SUGGESTION_UNKNOWN', 'not_found'),
  );
  await expect(submit(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(submit({}, { unionId: newId() })).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'suggestion_submitted');
});
