// What the tests of competitions share: a county with townships and units below them, and a contest on its way.
import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { expect } from 'vitest';
import type { Service } from '../scene.ts';
import { contest } from './made-competition.ts';
import { STEPS, type Origin } from './state.ts';

export const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

export const refusedWith = (code: string, kind = 'refused') =>
  expect.objectContaining({ kind, code });

export const step = ({ competitionId, version }: Competition) => ({
  competitionId,
  expectedVersion: version,
});

/** The county's own federation, and below it townships with one unit each. */
export async function openCounty(
  service: Service,
  townships: number,
): Promise<{ root: string; towns: string[]; units: string[] }> {
  const root = nodeRootUnionId(service.node);
  const towns = Array.from({ length: townships }, () => newId());
  const units = towns.map(() => newId());
  const rows = [
    { id: root, parent: null, level: 'COUNTY' },
    ...towns.map((id) => ({ id, parent: root, level: 'TOWNSHIP' })),
    ...units.map((id, n) => ({ id, parent: towns[n], level: 'GRASSROOTS' })),
  ];
  const ids = rows.map(({ id }) => id);
  const parents = rows.map(({ parent }) => parent);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    select id, '合成工会' || n, level, 'SINGLE_GRASSROOTS', '329999', parent, '2010-01-01'
    from unnest(${ids}::uuid[], ${parents}::uuid[], ${rows.map(({ level }) => level)}::text[])
      with ordinality as u(id, parent, level, n)`;
  await service.sql`
    insert into scope_edge select * from unnest(${ids.slice(1)}::uuid[], ${parents.slice(1)}::uuid[])`;
  return { root, towns, units };
}

/** Through the state machine as far as asked, by the steps that anybody takes. */
export async function bring(
  service: Service,
  unionId: string,
  toState: string,
  over: object = {},
): Promise<Competition> {
  const ask = { ...contest(over), unionId };
  const draft = await service.call('draftCompetition', ask, clerk);
  const filed = await service.call('fileCompetition', step(draft), clerk);
  const yes = { ...step(filed), approve: true, reason: '' };
  const approved = await service.call('decideCompetition', yes, chair);
  return goOn(service, approved, toState);
}

/** One step after the other. */
export async function goOn(
  service: Service,
  from: Competition,
  toState: string,
): Promise<Competition> {
  let at = from;
  const steps: Partial<Record<string, string>> = STEPS[from.origin as Origin];
  for (let next = steps[at.state]; next && at.state !== toState; next = steps[at.state]) {
    if (next === 'RESULT_PUBLISHED') {
      const { competitionId } = at;
      await service.sql`
        update competition set appeal_until = now() - interval '1 minute'
        where competition_id = ${competitionId}`;
    }
    const ask = { ...step(at), toState: next, appealHours: next === 'APPEAL_WINDOW' ? 2 : 0 };
    at = await service.call('stepCompetition', ask, clerk);
  }
  return at;
}
