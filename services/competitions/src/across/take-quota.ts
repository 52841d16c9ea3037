// A node above hands a quota down: here it is a round as any other, of which the root has all.
import type { HonourQuotaHanded } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { HOLDERS, HONOUR_CODES, HONOUR_LEVELS, TRAITS } from '../honour/honour-policy.ts';
import type { Tx } from '../pipeline.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';

const BOUNDS = ['AT_LEAST', 'AT_MOST', 'SOME'] as const;
const KEY_BYTES = 32;

/** The last word holds; one that was said before it moves nothing. HONOUR_ROUND_NOT_YOURS for who is not above. */
export async function takeQuota(
  { sql, own, node }: Tx,
  from: string,
  said: HonourQuotaHanded,
): Promise<void> {
  demandWhole(said);
  const { roundId, honourCode, openedOn } = said;
  const isAbove = from === own.superior && said.fromNode === from && said.toNode === node;
  if (!isAbove) throw refused('HONOUR_ROUND_NOT_YOURS', { from, subject: roundId });
  await sql`
    insert into honour_round (round_id, round_year, level, title, document_no, opened_on, opened_by, from_node,
      slate_key)
    values (${roundId}, ${said.roundYear}, ${said.level}, ${said.title}, ${said.documentNo}, ${openedOn}, '',
      ${from}, ${said.slateKey})
    on conflict do nothing`;
  const [round] = await sql<{ theirs: boolean }>`
    select from_node = ${from} as theirs from honour_round where round_id = ${roundId}`;
  if (!round?.theirs) throw refused('HONOUR_ROUND_NOT_YOURS', { from, subject: roundId });
  const { honourTitle: name, holder, cycleYears, prerequisites, shares } = said;
  const rule = JSON.stringify({ name, holder, cycleYears, prerequisites, shares });
  const newer = await sql`
    insert into honour_category as c (round_id, honour_code, name, places, single_listed, rule, slate_due_on,
      quota_no)
    values (${roundId}, ${honourCode}, ${name}, ${said.places}, ${said.singleListed}, ${rule},
      ${said.slateDueOn}, ${said.quotaNo})
    on conflict (round_id, honour_code) do update set places = excluded.places,
      single_listed = excluded.single_listed, rule = excluded.rule, slate_due_on = excluded.slate_due_on,
      quota_no = excluded.quota_no
      where c.quota_no < excluded.quota_no
    returning 1`;
  if (newer.length === 0) return;
  await sql`
    insert into honour_quota (round_id, honour_code, union_id, places, single_listed)
    values (${roundId}, ${honourCode}, ${nodeRootUnionId(node)}, ${said.places}, ${said.singleListed})
    on conflict (round_id, honour_code, union_id)
    do update set places = excluded.places, single_listed = excluded.single_listed`;
}

function demandWhole(said: HonourQuotaHanded): void {
  demandForm(isId(said.roundId) && said.quotaNo > 0 && said.slateKey.length === KEY_BYTES);
  demandForm(isCalendarDate(said.openedOn) && isCalendarDate(said.slateDueOn));
  demandForm(said.title !== '' && said.honourTitle !== '' && said.documentNo !== '');
  demandForm(includes(HONOUR_CODES, said.honourCode) && includes(HONOUR_LEVELS, said.level));
  demandForm(includes(HOLDERS, said.holder) && said.cycleYears > 0);
  demandForm(said.singleListed >= 0 && said.singleListed <= said.places);
  for (const one of said.prerequisites)
    demandForm(includes(HONOUR_CODES, one.honourCode) && includes(HONOUR_LEVELS, one.level));
  for (const { traits, bound, percent } of said.shares) {
    demandForm(traits.length > 0 && traits.every((trait) => includes(TRAITS, trait)));
    demandForm(includes(BOUNDS, bound) && percent >= 0 && percent <= 100);
  }
}
