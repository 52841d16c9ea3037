import { newId } from '@gonglian/kernel/id.ts';
import { refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madePerson, openCounty } from '../campaign/scene.ts';
import { startWelfare, type Service } from '../scene.ts';
import { cadre, clerk, healthAsk, listed, mutualAidSteps } from './scene.ts';

let service: Service;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
let steps: ReturnType<typeof mutualAidSteps>;
let planId: string;
/** What membership has of the member who asks. */
let myRecord = { idType: '01', idNumber: '' };
const people = [madePerson(), madePerson()];
/** Each test claims for somebody else. */
const next = () => people.pop() ?? madePerson();
beforeAll(async () => {
  const membership = { getMyRecord: () => Promise.resolve(myRecord as never) };
  service = await startWelfare({ membership });
  call = service.call;
  of = await openCounty(service);
  steps = mutualAidSteps(service);
  const list = people.map((one) => listed(one));
  ({ planId } = await steps.inForce(of.root, of.works, list));
});
afterAll(() => service.stop());

const report = (person: ReturnType<typeof madePerson>, over: object = {}) =>
  steps.report(planId, of.works, person, over);

test('a member reports and follows his own; nobody else’s', async () => {
  const person = next();
  const member = newId();
  myRecord = { idType: '01', idNumber: person.idNumber };
  const caller = { duty: 'member', id: 'm-1', scope: of.works, member } as const;
  const ask = { planId, unionId: '', personName: '', idNumber: '', health: healthAsk() };
  const reported = await call('reportMutualAidClaim', ask, caller);
  expect(reported).toMatchObject({ own: true, state: 'REPORTED', unionId: of.works });
  const submitted = await steps.submit(reported, {}, caller);
  const { covers, claims } = await call('listMyMutualAid', {}, caller);
  expect(covers).toMatchObject([{ planId, state: 'EFFECTIVE' }]);
  expect(claims.map(({ claimId, state }) => [claimId, state])).toEqual([
    [submitted.claimId, 'MATERIALS'],
  ]);
  const stranger = { ...caller, id: 'm-2', member: newId() };
  const { claimId } = submitted;
  await expect(call('getMutualAidClaim', { claimId }, stranger)).rejects.toThrow(
    refusedWith('CLAIM_UNKNOWN', 'not_found'),
  );
  await expect(steps.step(submitted, 'CHECK', caller)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});

test('the illness is sealed, shown for a reason that stays, and in no fact', async () => {
  const { claimId } = await report(next(), { diagnosis: '合成诊断乙' });
  const ask = { claimId, reasonCode: 'CHECK', reason: '核对出院小结' };
  const revealed = await call('revealMutualAidClaim', ask, cadre(of.works));
  expect(revealed).toMatchObject({ personName: '李小明', health: { diagnosis: '合成诊断乙' } });
  const seenBy = await service.sql`
    select account_id, fields, reason from access_log where entity_id = ${claimId}`;
  expect(seenBy).toEqual([
    { account_id: 'cadre-1', fields: ['person_name', 'health'], reason: '核对出院小结' },
  ]);
  await expect(call('revealMutualAidClaim', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const [kept] = await service.sql<{ health: Buffer; row: string }>`
    select health_sealed as health, mutual_claim::text as row from mutual_claim where claim_id = ${claimId}`;
  expect(kept?.row).not.toContain('诊断');
  expect(kept?.health.includes(Buffer.from('诊断'))).toBe(false);
  const facts = JSON.stringify(await service.outbox());
  expect(facts).toContain('mutual-aid.enrolled');
  expect(facts).not.toContain('诊断');
  const {
    steps: _,
    lines: _l,
    benefitFen: _b,
    ...shown
  } = await call('getMutualAidClaim', { claimId }, clerk);
  expect(JSON.stringify(shown)).not.toContain('诊断');
});
