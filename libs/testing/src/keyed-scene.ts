// What every command must refuse besides its own rules, tried in one go. For tests.
import { newId } from '@gonglian/kernel/id.ts';
import { expect } from 'vitest';
import { refusedWith } from './people-scene.ts';
import type { Caller } from './service.ts';

export interface Keyed {
  method: string;
  ask: object;
  /** Another body under the same key. */
  changed: object;
  caller?: object;
  /** Whose duty may not do it at all. */
  forbidden?: object;
  /** Whose union is not the one that it is of, and what that one reads. */
  foreign: object;
  unknown: string;
}

/** Answers what the command answered: refused before to whoever may not, and after to whoever comes with the same key. */
export async function once<Answer>(
  service: { call(method: never, request: never, caller?: Caller): Promise<unknown> },
  keyed: Keyed,
): Promise<Answer> {
  const { method, ask, changed, caller = {}, forbidden = { duty: 'member' } } = keyed;
  const call = (by: object, body: object = ask): Promise<unknown> =>
    service.call(method as never, body as never, by);
  await expect(call(forbidden)).rejects.toThrow(expect.objectContaining({ kind: 'forbidden' }));
  await expect(call(keyed.foreign)).rejects.toThrow(refusedWith(keyed.unknown, 'not_found'));
  const withKey = { ...caller, key: newId() };
  const answer = await call(withKey);
  expect(await call(withKey)).toEqual(answer);
  await expect(call(withKey, { ...ask, ...changed })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  return answer as Answer;
}
