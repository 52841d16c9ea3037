import { newId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { fiscalYear, refusedWith, type Service } from '../payment/scene.ts';
import { parts } from '../service.ts';
import { byTier, floor } from './made-rules.ts';
import { chair, finance, inForce, openNode, ruleAsk } from './scene.ts';

// Rules and the lists they make: who sets them, who is on them, and that they stay.

let service: Service;
let townships: string[];
const validFrom = `${fiscalYear}-01-01`;
const inTier = (n: number, tier: string) => ({ regionCode: `32999910${n}`, tier });

beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  townships = await openNode(service, 3);
});
afterAll(() => service.stop());

test('a rule is set by finance and approved by another person; its next version ends it', async () => {
  const rule = byTier({ validFrom: `${fiscalYear - 1}-01-01`, members: [inTier(1, '一档')] });
  const asked = ruleAsk(rule);
  await expect(service.call('setGrantRule', asked, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const local = { duty: 'finance', scope: townships[0] ?? '' } as const;
  await expect(service.call('setGrantRule', asked, local)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const keyed = { ...finance, key: newId() };
  const proposed = await service.call('setGrantRule', asked, keyed);
  expect(proposed).toMatchObject({ state: 'PROPOSED', proposedBy: 'finance-1', validTo: '' });
  expect(await service.call('setGrantRule', asked, keyed)).toEqual(proposed);
  await expect(service.call('setGrantRule', { ...asked, name: '另一项' }, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(service.call('setGrantRule', asked, finance)).rejects.toThrow(
    refusedWith('GRANT_RULE_OPEN'),
  );
  const { ruleId, version } = proposed;
  const decision = { ruleId, expectedVersion: version, approve: true, reason: '' };
  await expect(
    service.call('decideGrantRule', decision, { duty: 'chair', id: 'finance-1' }),
  ).rejects.toThrow(refusedWith('MAKER_IS_APPROVER'));
  await expect(
    service.call('decideGrantRule', { ...decision, expectedVersion: 9 }, chair),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await service.call('decideGrantRule', decision, chair);
  await inForce(service, byTier({ validFrom, members: [inTier(1, '一档'), inTier(2, '三档')] }));
  const { items } = await service.call('listGrantRules', {}, local);
  expect(items).toMatchObject([
    { state: 'IN_FORCE', validFrom, validTo: '', decidedBy: 'chair-1' },
    { ruleId, state: 'IN_FORCE', validTo: `${fiscalYear - 1}-12-31` },
  ]);
});

const generate = (ruleId: string, over: object = {}, caller: object = finance) =>
  service.call('generateGrantList', { ruleId, fiscalYear, collected: [], ...over }, caller);

test('the list names each township once, and who is in no tier; approved, it stays', async () => {
  const { items: rules } = await service.call('listGrantRules', {}, finance);
  const ruleId = rules[0]?.ruleId ?? '';
  const keyed = { ...finance, key: newId() };
  const first = await generate(ruleId, {}, keyed);
  expect(first).toMatchObject({ state: 'DRAFT', recipients: 2, totalFen: 40_000_000n });
  expect(first.entitlements.map((one) => [one.regionCode, one.tier, one.amountFen])).toEqual([
    ['329999101', '一档', 30_000_000n],
    ['329999102', '三档', 10_000_000n],
  ]);
  const noTier = { regionCode: '329999103', name: '合成镇总工会3', cause: 'NO_TIER' };
  expect(first.missing).toEqual([noTier]);
  expect(await generate(ruleId, {}, keyed)).toEqual(first);
  await expect(generate(ruleId, { fiscalYear: fiscalYear + 1 }, keyed)).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const again = await generate(ruleId);
  expect(again).toEqual({ ...first, version: 2 });
  const approve = (expectedVersion: number, caller: object) =>
    service.call('approveGrantList', { listId: first.listId, expectedVersion }, caller);
  await expect(approve(2, finance)).rejects.toThrow(expect.objectContaining({ kind: 'forbidden' }));
  await expect(approve(1, chair)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(approve(2, { ...chair, id: 'finance-1' })).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  expect(await approve(2, chair)).toMatchObject({ state: 'APPROVED', approvedBy: 'chair-1' });
  await expect(approve(3, chair)).rejects.toThrow(refusedWith('GRANT_LIST_STATE'));
  await expect(
    service.sql`update grant_entitlement set amount_fen = 1 where list_id = ${first.listId}`,
  ).rejects.toThrow('an approved list is kept');
});

test('each line of an approved list is a grant that waits to be paid, seen by its own', async () => {
  const ask = { state: 'APPROVED', ruleCode: '', listId: '', cursor: '', limit: 0 };
  const { items } = await service.call('listGrants', ask, finance);
  expect(items.map(({ unionId, grantedFen }) => [unionId, grantedFen]).toSorted()).toEqual(
    [
      [townships[0], 30_000_000n],
      [townships[1], 10_000_000n],
    ].toSorted(),
  );
  const own = await service.call('listGrants', ask, { duty: 'clerk', scope: townships[0] ?? '' });
  expect(own.items.map(({ unionId }) => unionId)).toEqual([townships[0]]);
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'grant.approved');
  expect(facts).toHaveLength(2);
});

test('another list of the year holds those only who were not on the first', async () => {
  const { items: rules } = await service.call('listGrantRules', {}, finance);
  const ruleId = rules[0]?.ruleId ?? '';
  const second = await generate(ruleId);
  expect(second).toMatchObject({ recipients: 0, missing: [{ cause: 'NO_TIER' }] });
  const { listId, version } = second;
  await expect(
    service.call('approveGrantList', { listId, expectedVersion: version }, chair),
  ).rejects.toThrow(refusedWith('GRANT_NOBODY_ENTITLED'));
});

/** Fund of a union below the second township. */
async function collect(fundFen: number, receivedOn: string): Promise<void> {
  const unionId = newId();
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${unionId}, '合成工会', 'GRASSROOTS', 'SINGLE_GRASSROOTS', '329999', ${townships[1]},
      '2020-01-01')`;
  await service.sql`
    insert into fund_receipt (id, mode, doc_kind, slip_no, union_id, payer_uscc, period_from, period_to,
      wage_base_fen, amount_fen, late_fee_fen, fund_fen, received_fen, tax_organ, received_on, bank,
      county_fen, voucher_no, recorded_by, recorded_at)
    values (${newId()}, 'TAX_COLLECT', 'TAX_SLIP', ${unionId}, ${unionId}, 'x', '2026-01', '2026-01', 1,
      ${fundFen}, 0, ${fundFen}, ${fundFen}, '', ${receivedOn}, '', ${fundFen}, 1, 'test', now())`;
}

test('a floor is what lacks of the receipts of the year, of all unions below', async () => {
  await collect(12_000_000, `${fiscalYear}-02-03`);
  await collect(345, `${fiscalYear}-12-31`);
  await collect(9_000_000, `${fiscalYear - 1}-12-31`);
  await inForce(service, floor({ ruleCode: 'FLOOR', validFrom, amountFen: 50_000_000 }));
  const { items: rules } = await service.call('listGrantRules', {}, finance);
  const rule = rules.find(({ ruleCode }) => ruleCode === 'FLOOR');
  const list = await generate(rule?.ruleId ?? '');
  expect(list.entitlements.map((one) => [one.regionCode, one.collectedFen, one.amountFen])).toEqual(
    [
      ['329999101', 0n, 50_000_000n],
      ['329999102', 12_000_345n, 37_999_655n],
      ['329999103', 0n, 50_000_000n],
    ],
  );
  await expect(generate(rule?.ruleId ?? '', { fiscalYear: fiscalYear + 3 })).rejects.toThrow(
    refusedWith('GRANT_YEAR_OUTSIDE'),
  );
  const { items } = await service.call('listGrantLists', { cursor: '', limit: 0 }, chair);
  expect(items.map(({ ruleCode, state }) => [ruleCode, state])).toEqual([
    ['FLOOR', 'DRAFT'],
    ['CAPACITY', 'DRAFT'],
    ['CAPACITY', 'APPROVED'],
  ]);
  await expect(
    service.call('getGrantList', { listId: newId() }, { duty: 'auditor' }),
  ).rejects.toThrow(refusedWith('GRANT_LIST_UNKNOWN', 'not_found'));
});
