import { newId } from '@gonglian/kernel/id.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring } from '../competition/scene.ts';
import { madePeople, madePerson } from '../entry/made-people.ts';
import { HASH, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { startCompetitions, type Service } from '../scene.ts';
import { payee, payOutAsk } from './scene.ts';

// What other records than suggestions bring about: bonuses, prizes, what studios are funded with.

let service: Service;
let call: Service['call'];
beforeAll(async () => {
  service = await startCompetitions();
  call = service.call;
});
afterAll(() => service.stop());

const today = chinaDate(new Date());
const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
const payOut = (unionId: string, payees: ReturnType<typeof payee>[], over: object) =>
  call('payOut', payOutAsk(unionId, payees, over), clerk);

test('a bonus for an honour is bounded by policy; a revoked one has none', async () => {
  const unionId = await openUnion(service);
  const grant = await call(
    'recordHonour',
    {
      honourCode: 'MAY_DAY_MEDAL',
      level: 'CITY',
      unionId,
      personName: madePerson(700).personName,
      idNumber: madePerson(700).idNumber,
      holderName: '',
      frontline: true,
      grantedOn: today,
      documentNo: '8号',
      certificateNo: '',
    },
    clerk,
  );
  const kind = { payoutKind: 'HONOUR_BONUS' };
  const bonus = (amountFen: bigint) => payOut(unionId, [payee(grant.grantId, { amountFen })], kind);
  await expect(bonus(0n)).rejects.toThrow(refusedWith('PAYOUT_ABOVE'));
  await expect(bonus(300_001n)).rejects.toThrow(refusedWith('PAYOUT_ABOVE'));
  expect(await bonus(300_000n)).toMatchObject({ totalFen: 300_000n });
  const { items } = await call('listHonourRoll', { personId: grant.personId, unionId: '' }, clerk);
  expect(items).toMatchObject([{ payoutState: 'WAITING' }]);
  const revoke = { grantId: grant.grantId, revokedOn: today, reason: '撤销' };
  const expectedVersion = grant.version;
  await call('revokeHonour', { ...revoke, expectedVersion }, { duty: 'chair' });
  await expect(bonus(1n)).rejects.toThrow(refusedWith('RECORD_UNKNOWN', 'not_found'));
});

test('prizes of a competition together are no more than its plan has for them', async () => {
  const unionId = await openUnion(service);
  const held = await bring(service, unionId, 'ENROLLING', { prizeFen: 100_000n });
  const tradeId = held.trades[0]?.tradeId ?? '';
  const { competitionId } = held;
  const entry = { competitionId, tradeId, unionId, teamName: '', people: madePeople(900, 2) };
  await call('enterCompetition', entry, clerk);
  const rows = await service.sql<{ id: string }>`
    insert into competition_result (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total, prize, awards)
    select entry_id, competition_id, holder_union_id, trade_id, union_id, row_number() over (), 9000, 'FIRST', '{}'
    from competition_entry where competition_id = ${competitionId} returning entry_id as id`;
  const [first = '', second = ''] = rows.map(({ id }) => id);
  const kind = { payoutKind: 'COMPETITION_PRIZE' };
  const line = (id: string, amountFen: bigint) => payee(id, { amountFen });
  const above = [line(first, 60_000n), line(second, 40_001n)];
  await expect(payOut(unionId, above, kind)).rejects.toThrow(refusedWith('PAYOUT_ABOVE'));
  const both = [
    payOut(unionId, [line(first, 60_000n)], kind),
    payOut(unionId, [line(second, 60_000n)], kind),
  ];
  const lost = (await Promise.allSettled(both)).filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'PAYOUT_ABOVE', details: { maxFen: 40_000 } } }]);
  await expect(payOut(unionId, [line(newId(), 1n)], kind)).rejects.toThrow(
    refusedWith('RECORD_UNKNOWN', 'not_found'),
  );
  await shown(unionId, competitionId, [first, second]);
});

/** Each prize says how far its money has come, and leads to the one payout that it is asked by. */
async function shown(unionId: string, competitionId: string, entryIds: readonly string[]) {
  await service.sql`
    update competition set state = 'AWARDS_ISSUED' where competition_id = ${competitionId}`;
  const states = async (caller: object) => {
    const all = { competitionId, tradeId: '', cursor: '', limit: 50 };
    const { items } = await call('listCompetitionResults', all, caller);
    return items.map(({ payoutState }) => payoutState).toSorted();
  };
  expect((await states({ ...clerk, scope: unionId })).map((state) => state === '')).toEqual([
    true,
    false,
  ]);
  expect(await states({ ...clerk, scope: await openUnion(service) })).toEqual(['', '']);
  const of = { unionId: '', payoutKind: 'COMPETITION_PRIZE', state: '', cursor: '', limit: 50 };
  const found = await Promise.all(
    entryIds.map((recordId) => call('listPayouts', { ...of, recordId, recordPart: '' }, clerk)),
  );
  expect(found.map(({ items }) => items.length).toSorted()).toEqual([0, 1]);
}

test('what a studio was funded with goes to its unit, by the funding', async () => {
  const unionId = await openUnion(service);
  const studioId = newId();
  await service.sql`
    with leader as (insert into person (person_id, person_key, name_sealed)
      values (${newId()}, ${Buffer.from(studioId)}, ${Buffer.alloc(1)}) returning person_id)
    insert into studio (id, union_id, name, leader_id, leader_honour, honour_document_no, honour_sha256, room, budget_fen,
      state_on, version)
    select ${studioId}, ${unionId}, '工作室', person_id, 'CRAFTSMAN', '1号', ${HASH}, '305', 0, ${today}, 1 from leader`;
  await service.sql`
    insert into studio_funding (studio_id, level, reason, since, union_id, amount_fen, document_no, ordered_by, funded_on)
    values (${studioId}, 'CITY', 'NAMED', ${today}, ${unionId}, 5000000, '31号', '示例', ${today})`;
  const kind = { payoutKind: 'STUDIO_FUNDING' };
  const line = (recordPart: string) => payee(studioId, { recordPart, payeeName: '合成纺织厂工会' });
  const paid = await payOut(unionId, [line(`CITY/NAMED/${today}`)], kind);
  expect(paid).toMatchObject({ totalFen: 5_000_000n, lines: [{ payeeKind: 'UNIT' }] });
  for (const part of ['', 'CITY', `CITY/CONTINUED/${today}`])
    await expect(payOut(unionId, [line(part)], kind)).rejects.toThrow(
      refusedWith('RECORD_UNKNOWN', 'not_found'),
    );
});
