// A contest is offered to a node directly below: there it is one that is joined, with the same trades.
import { contestOffered } from '@gonglian/contracts/contests.ts';
import type { OfferedCompetition } from '@gonglian/contracts/gen/gonglian/competitions/v1/across.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { letterKeyOf } from '../across/sealing.ts';
import { CompetitionAsk, lockHeld, type CompetitionRow } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command } from '../pipeline.ts';

const PLACES_MAX = 1_000;

/** In the order of refusals: whose it is, where it stands, what is competed in, how many. */
export function decideOffer(
  { origin, state, trades }: Pick<CompetitionRow, 'origin' | 'state' | 'trades'>,
  { places, isBelow }: { places: number; isBelow: boolean },
): void {
  if (!isBelow) throw refused('CONTEST_NODE_NOT_BELOW');
  if (origin !== 'HELD') throw refused('CONTEST_OF_NODE', { node: '' });
  requireState({ state }, 'ANNOUNCED', 'ENROLLING');
  const [trade] = trades;
  if (!trade) throw refused('COMPETITION_TRADES_MISSING');
  const least = Math.min(...trades.map((one) => one.places));
  if (places > least) throw refused('COMPETITION_FULL', { places: least });
}

export const offerCompetition = command({
  schema: CompetitionAsk.extend({
    toNode: text(12),
    places: z.int().min(1, 'too_small').max(PLACES_MAX, 'too_large'),
  }),
  permission: 'competitions.competition.offer',
  async run(tx, { toNode, places, ...ask }): Promise<OfferedCompetition> {
    const { sql, own, node, emit } = tx;
    const competition = await lockHeld(tx, ask);
    decideOffer(competition, { places, isBelow: own.subordinates.includes(toNode) });
    const { competitionId, kind, level, season, heldFrom, heldTo } = competition;
    const [offer] = await sql<{ no: number }>`
      insert into contest_offer as o (competition_id, node, places, offer_no)
      values (${competitionId}, ${toNode}, ${places}, 1)
      on conflict (competition_id, node)
      do update set places = excluded.places, offer_no = o.offer_no + 1
      returning offer_no as no`;
    emit(contestOffered, {
      competitionId,
      fromNode: node,
      toNode,
      offerNo: offer?.no ?? 0,
      title: competition.name,
      kind,
      level,
      season,
      heldFrom,
      heldTo,
      places,
      competitionClass: competition.competitionClass,
      organiserTitle: competition.unionName,
      basisDocument: competition.basisDocument,
      trades: competition.trades.map(({ tradeId, title, standardGrade, ageMax }) => ({
        tradeId,
        title,
        standardGrade,
        ageMax,
      })),
      entryKey: letterKeyOf(own.vault).publicKey,
    });
    return { competitionId, toNode, places };
  },
});
