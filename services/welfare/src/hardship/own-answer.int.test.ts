import { memberOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cadre,
  centre,
  day,
  head,
  startHardship,
  step,
  upper,
  type HardshipScene,
} from './scene.ts';

// What the union has answered reaches the worker whose household it is, and nobody else.

let scene: HardshipScene;
let call: HardshipScene['call'];
beforeAll(async () => {
  scene = await startHardship();
  call = scene.call;
});
afterAll(() => scene.service.stop());

test('why it was returned or refused is told to the worker alone; all other notes stay sealed', async () => {
  const unionId = await scene.union();
  const [self, other] = [memberOf(unionId), memberOf(unionId)];
  const shown = await scene.shown(unionId);
  const { fileId } = shown;
  await scene.service
    .sql`update hardship_file set member_id = ${self.member} where file_id = ${fileId}`;
  const returned = await scene.review(shown, { answer: 'RETURNED', note: '缺少诊断证明' });
  const read = (who: object) => call('getHardshipFile', { fileId }, who);
  const told = async (who: object) =>
    (await read(who)).steps.filter(({ note }) => note !== '').map(({ step: s, note }) => [s, note]);
  expect(await told(self)).toEqual([['RETURN', '缺少诊断证明']]);
  await expect(read(other)).rejects.toThrow(refusedWith('HARDSHIP_FILE_UNKNOWN', 'not_found'));
  for (const who of [{ duty: 'auditor' }, cadre(unionId), centre, head])
    expect(await told(who)).toEqual([]);
  // What he does himself answers without it: answers are kept for whoever repeats his request.
  const again = await call('submitHardshipFile', step(returned, day(14)), self);
  expect(again.steps.map(({ note }) => note).join('')).toBe('');
  const refusal = { ...step(again, day(13)), answer: 'REJECTED', note: '名下两套住房' };
  await call('reviewHardshipFile', refusal, upper);
  expect(await told(self)).toEqual([
    ['RETURN', '缺少诊断证明'],
    ['REJECT', '名下两套住房'],
  ]);
  expect(await told({ duty: 'auditor' })).toEqual([]);
  expect(JSON.stringify(await scene.service.outbox())).not.toContain('诊断证明');
});
