// A node above offers its contest: here it is one that is joined, open for whoever is sent.
import type { ContestOffered } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import { COMPETITION_LEVELS } from '../competition/class-policy.ts';
import { KINDS } from '../competition/content.ts';
import type { Sql, Tx } from '../pipeline.ts';

const KEY_BYTES = 32;
const TRADES_MAX = 50;

/** The last word holds; of trades that are known only the places follow it. */
export async function takeOffer(
  { sql, own, node }: Tx,
  from: string,
  said: ContestOffered,
): Promise<void> {
  demandWhole(said);
  const { competitionId, offerNo } = said;
  const isAbove = from === own.superior && said.fromNode === from && said.toNode === node;
  if (!isAbove) throw refused('CONTEST_NOT_YOURS', { from, subject: competitionId });
  const rootId = nodeRootUnionId(node);
  await sql`
    insert into competition (competition_id, union_id, name, kind, level, competition_class, origin,
      organiser_name, season, basis_document, held_from, held_to, project_name, prize_fen, organising_fen,
      stages, state, from_node, offer_no, entry_key)
    values (${competitionId}, ${rootId}, ${said.title}, ${said.kind}, ${said.level}, ${said.competitionClass},
      'JOINED', ${said.organiserTitle}, ${said.season}, ${said.basisDocument}, ${said.heldFrom},
      ${said.heldTo}, '', 0, 0, '[]', 'ENROLLING', ${from}, 0, ${said.entryKey})
    on conflict do nothing`;
  const [known] = await sql<{ from: string; offerNo: number }>`
    select from_node as from, offer_no as "offerNo" from competition
    where competition_id = ${competitionId} for update`;
  if (known?.from !== from) throw refused('CONTEST_NOT_YOURS', { from, subject: competitionId });
  if (known.offerNo >= offerNo) return;
  await sql`
    update competition set offer_no = ${offerNo}, version = version + 1
    where competition_id = ${competitionId}`;
  await writeTrades(sql, rootId, said);
}

/** Under the ids that they have above. More may have been entered than are wanted now: those are not taken out. */
async function writeTrades(
  sql: Sql,
  rootId: string,
  { competitionId, trades, places }: ContestOffered,
): Promise<void> {
  await sql`
    insert into competition_trade as t (trade_id, competition_id, holder_union_id, seq, title, standard_grade,
      places, age_max, finalists, modules)
    select id, ${competitionId}::uuid, ${rootId}::uuid, n, title, grade, ${places}::int, age, 0, '[]'
    from unnest(${trades.map(({ tradeId }) => tradeId)}::uuid[], ${trades.map(({ title }) => title)}::text[],
      ${trades.map(({ standardGrade }) => standardGrade)}::int[],
      ${trades.map(({ ageMax }) => ageMax)}::int[]) with ordinality as s(id, title, grade, age, n)
    on conflict (trade_id) do update set places = greatest(excluded.places, t.taken)
      where t.competition_id = excluded.competition_id`;
}

function demandWhole(said: ContestOffered): void {
  const { trades, places, title, organiserTitle, offerNo } = said;
  demandForm(isId(said.competitionId) && said.entryKey.length === KEY_BYTES && offerNo > 0);
  demandForm(isCalendarDate(said.heldFrom) && isCalendarDate(said.heldTo));
  demandForm(said.heldFrom <= said.heldTo && places > 0 && title !== '' && organiserTitle !== '');
  demandForm(includes(KINDS, said.kind) && includes(COMPETITION_LEVELS, said.level));
  demandForm(trades.length > 0 && trades.length <= TRADES_MAX);
  for (const { tradeId, title: trade } of trades) demandForm(isId(tradeId) && trade !== '');
}
