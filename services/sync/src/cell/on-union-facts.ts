import {
  electionHeld,
  unionDissolved,
  unionEstablished,
  unionRenamed,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { UnionCodes } from '../indicator/dims.ts';
import {
  dissolvedMoves,
  electionMoves,
  establishedMoves,
  type Movement,
} from '../indicator/movements.ts';
import { reaction } from '../pipeline.ts';
import { negated, standingContributions, type Contribution } from '../tree/contributions.ts';
import { codesOf, endUnions, enterUnions, relink, renameUnions } from '../tree/directory.ts';
import { place, withDescendants } from '../tree/placement.ts';
import { enterReportingUnions, renameReportingUnions } from '../tree/reporting.ts';
import { writeCells, type Writing } from './cell.ts';
import { count } from './count.ts';

const facts = [
  unionEstablished,
  unionRenamed,
  unionReparented,
  unionDissolved,
  electionHeld,
] as const;
export type UnionFact = Received<(typeof facts)[number]>;

type Known = ReadonlyMap<string, UnionCodes & { unionId: string }>;

/** A union that ended is counted by what it was, which its own fact does not repeat. */
export function movesOfUnion({ name, data }: UnionFact, known: Known): Movement[] {
  switch (name) {
    case 'union.established':
      return establishedMoves(data);
    case 'union.dissolved': {
      const union = known.get(data.unionId);
      return union ? dissolvedMoves(union, data.effectiveOn) : [];
    }
    case 'election.held':
      return electionMoves(data.unionId, data.heldOn);
    case 'union.renamed':
    case 'union.reparented':
      return [];
  }
}

export const onUnionFacts = reaction({
  facts,
  async apply(tx, batch) {
    const writing = await writeCells(tx);
    const shifted = await moveTree(writing, batch);
    const ended = batch.flatMap((f) => (f.name === 'union.dissolved' ? [f.data.unionId] : []));
    const known = await codesOf(tx.sql, ended);
    await count(
      writing,
      batch.flatMap((fact) => movesOfUnion(fact, known)),
      shifted,
    );
  },
});

/** Brings the directory and the tree up to the batch; answers what the unions that moved take along. */
async function moveTree(writing: Writing, batch: readonly UnionFact[]): Promise<Contribution[]> {
  const { sql, rootUnionId } = writing;
  const established = batch.flatMap((f) => (f.name === 'union.established' ? [f.data] : []));
  const renamed = batch.flatMap((f) => (f.name === 'union.renamed' ? [f.data] : []));
  const moved = batch.flatMap((f) => (f.name === 'union.reparented' ? [f.data] : []));
  const dissolved = batch.flatMap((f) => (f.name === 'union.dissolved' ? [f.data] : []));
  const touched = [...established, ...moved].map(({ unionId }) => unionId);
  // Before the change: the descendants by the old line lose nothing by being placed again.
  const before = await withDescendants(sql, touched);
  const left = await standingContributions(sql, before);
  await enterUnions(sql, rootUnionId, established);
  for (const change of moved) await relink(sql, change);
  const after = await withDescendants(sql, touched);
  await place(sql, rootUnionId, after);
  const arrived = await standingContributions(sql, after);
  await renameUnions(sql, renamed);
  await endUnions(sql, dissolved);
  await enterReportingUnions(writing, established);
  await renameReportingUnions(writing, renamed);
  return [...negated(left), ...arrived];
}
