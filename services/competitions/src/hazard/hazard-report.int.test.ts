import { randomUUID } from 'node:crypto';
import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
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
let town: string;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startCompetitions();
  town = await openUnion(service, '合成镇总工会');
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const danger = { place: '三号配电箱', content: '电线外露', photoSha256: HASH };
const submit = (caller: object = clerkOf(town), changes: object = {}) =>
  service.call('submitHazardReport', { ...danger, ...LI, unionId: town, ...changes }, caller);
const seen = ({ hazardReportId, version }: HazardReport) => ({
  hazardReportId,
  expectedVersion: version,
});
const forward = (one: HazardReport, employerUnionId = works) =>
  service.call('forwardHazardReport', { ...seen(one), employerUnionId }, clerkOf(town));
const close = (one: HazardReport, changes: object = {}, caller: object = clerkOf(works)) => {
  const outcome = { fixed: true, outcome: '已更换护套', closedOn: today, evidenceSha256: [HASH] };
  return service.call('closeHazardReport', { ...seen(one), ...outcome, ...changes }, caller);
};
const award = (one: HazardReport) =>
  service.call(
    'awardHazardReport',
    { ...seen(one), awardFen: 20_000n, awardDocumentNo: '合工奖〔2026〕4号', awardedOn: today },
    clerkOf(town),
  );
const list = (caller: object, state = '') =>
  service.call('listHazardReports', { unionId: '', state, cursor: '', limit: 0 }, caller);
const idsOf = (items: readonly HazardReport[]) => items.map((one) => one.hazardReportId);

test('it is collected in the town, told to the employer’s union, fixed there and awarded', async () => {
  const submitted = await submit();
  const { hazardReportId } = submitted;
  expect(submitted).toMatchObject({ state: 'SUBMITTED', personNameMasked: '李*明' });
  const before = await list(clerkOf(works));
  expect(idsOf(before.items)).not.toContain(hazardReportId);
  const forwarded = await forward(submitted);
  expect(forwarded).toMatchObject({ employerUnionId: works, dueOn: addDays(today, 7) });
  expect(idsOf((await list(clerkOf(works))).items)).toContain(hazardReportId);
  const awarded = await award(await close(forwarded));
  expect(awarded).toMatchObject({ state: 'AWARDED', awardFen: 20_000n, version: 4 });
  expect(await factsOf(service, 'hazard.reported', hazardReportId)).toEqual([
    { hazardReportId, unionId: town, reportedOn: today },
  ]);
  expect(await factsOf(service, 'hazard.closed', hazardReportId)).toEqual([
    { hazardReportId, unionId: town, fixed: true, closedOn: today },
  ]);
});

test('no step is skipped; without evidence nothing is closed; what was refused earns nothing', async () => {
  const submitted = await submit();
  await expect(close(submitted, {}, clerkOf(town))).rejects.toThrow(
    refusedWith('HAZARD_STATE_WRONG'),
  );
  await expect(award(submitted)).rejects.toThrow(refusedWith('HAZARD_STATE_WRONG'));
  const forwarded = await forward(submitted);
  await expect(forward(forwarded)).rejects.toThrow(refusedWith('HAZARD_STATE_WRONG'));
  await expect(close(forwarded, { evidenceSha256: [] })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  );
  await expect(close(forwarded, { closedOn: addDays(today, -1) })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const refused = await close(forwarded, { fixed: false, outcome: '检查后未见隐患' });
  expect(refused.state).toBe('REFUSED');
  await expect(award(refused)).rejects.toThrow(refusedWith('HAZARD_STATE_WRONG'));
});

test('a member reports what he sees, of his own union, and follows it', async () => {
  const member = memberOf(works);
  const his = await submit(member, NOBODY);
  expect(his).toMatchObject({ unionId: works, own: true, personNameMasked: '' });
  expect(idsOf((await list(member)).items)).toEqual([his.hazardReportId]);
  expect((await list(memberOf(works))).items).toEqual([]);
  await expect(submit(memberOf(works, ''), NOBODY)).rejects.toThrow(
    refusedWith('MEMBER_UNKNOWN', 'not_found'),
  );
});

test('what an employer has not answered in time is listed as late', async () => {
  const forwarded = await forward(await submit(), mill);
  await service.sql`
    update hazard_report set due_on = ${addDays(today, -2)} where id = ${forwarded.hazardReportId}`;
  const { items } = await list(clerkOf(mill), 'OVERDUE');
  expect(items.map((one) => [one.hazardReportId, one.overdueDays])).toEqual([
    [forwarded.hazardReportId, 2],
  ]);
  const { groups } = await service.call('listCompetitionTasks', {}, clerkOf(mill));
  expect(groups).toMatchObject([{ kind: 'hazard_overdue', count: 1, dueOn: addDays(today, -2) }]);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(submit({ duty: 'supervisor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const caller = { ...clerkOf(town), key };
  const once = await submit(caller);
  expect(await submit(caller)).toEqual(once);
  await expect(submit(caller, { place: '别处' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(forward({ ...once, version: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(close(once, {}, clerkOf(mill))).rejects.toThrow(
    refusedWith('HAZARD_UNKNOWN', 'not_found'),
  );
  await expect(submit(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(forward(once, newId())).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'hazard_reported');
});
