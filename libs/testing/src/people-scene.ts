// What the tests of services of people share: unions, who speaks for them, and made-up people.
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { ServiceDefinition } from '@gonglian/rpc/definition.ts';
import { expect } from 'vitest';
import type { TestService } from './service.ts';

type AnyService = TestService<unknown, ServiceDefinition>;

/** Enters a union as organisation's facts would: below the node's root, in the scope tree too. */
export async function openUnion(
  service: Pick<AnyService, 'node' | 'sql'>,
  name = '合成纺织厂工会',
): Promise<string> {
  const unionId = newId();
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${unionId}, ${name}, 'GRASSROOTS', 'SINGLE_GRASSROOTS', '329999', ${root}, '2020-01-01')`;
  await service.sql`insert into scope_edge values (${unionId}, ${root})`;
  return unionId;
}

export const clerkOf = (scope: string) => ({ duty: 'clerk', scope }) as const;
export const memberOf = (scope: string, member = newId()) =>
  ({ duty: 'member', scope, member }) as const;

export const refusedWith = (code: string, kind = 'refused') =>
  expect.objectContaining({ kind, code });
export const NOBODY = { unionId: '', personName: '', idNumber: '' };
export const LI = { personName: '李小明', idNumber: '32108419000101001X' };
export const HASH = 'ab'.repeat(32);

/** The facts of one name about one thing, as they will be sent. */
export async function factsOf(
  service: Pick<AnyService, 'outbox'>,
  fact: string,
  key: string,
): Promise<object[]> {
  const rows = await service.outbox();
  return rows.filter((row) => row.fact === fact && row.key === key).map(({ data }) => data);
}

/** The code with which a decision refuses; undefined where it does not. */
export function codeOf(deciding: () => unknown): string | undefined {
  try {
    deciding();
    return undefined;
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}
