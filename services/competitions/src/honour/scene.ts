// Unions of three levels and a round of honours, for the tests of honours.
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { TestOptions } from '@gonglian/testing/service.ts';
import type { Own } from '../pipeline.ts';
import { startCompetitions, type Service } from '../scene.ts';

export const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

export async function startHonours(
  level = 'COUNTY',
  own: Partial<Own> = {},
  options: TestOptions = {},
) {
  const service = await startCompetitions({ ...own, level }, options);
  const rootId = nodeRootUnionId(service.node);
  await enterUnion(service, rootId, null, '合成市总工会');

  /** A union below another, or below the root. */
  async function union(parentId: string = rootId): Promise<string> {
    const unionId = newId();
    await enterUnion(service, unionId, parentId, `合成${unionId.slice(-6)}工会`);
    return unionId;
  }

  /** Its id. */
  async function round(places: readonly object[], over: object = {}): Promise<string> {
    const opened = await service.call('openHonourRound', roundAsk(level, places, over), clerk);
    return opened.round?.roundId ?? '';
  }

  return { service, rootId, union, round };
}
export type HonourScene = Awaited<ReturnType<typeof startHonours>>;

export const roundAsk = (level: string, places: readonly object[], over: object = {}) => ({
  roundYear: 2026,
  level,
  title: '2026年五一劳动奖评选',
  documentNo: '合工〔2026〕5号',
  openedOn: '2026-03-02',
  places: places as { honourCode: string; places: number; singleListed: number }[],
  ...over,
});

export const medals = (places: number, singleListed = 0) => ({
  honourCode: 'MAY_DAY_MEDAL',
  places,
  singleListed,
});

async function enterUnion(service: Service, id: string, parentId: string | null, name: string) {
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    values (${id}, ${name}, 'GRASSROOTS', 'SINGLE_GRASSROOTS', '329999', ${parentId}, '2010-01-01')`;
  await service.sql`
    insert into scope_edge (union_id, parent_id) values (${id}, ${parentId})
    on conflict (union_id) do nothing`;
}
