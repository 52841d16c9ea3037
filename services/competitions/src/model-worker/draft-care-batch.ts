// One of the three payments for a month is worked out for all whom it covers; who is left out stands beside, with why.
import type { CareBatch } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_LEVELS } from '../honour/honour-policy.ts';
import { amountFen, sha256 } from '@gonglian/service/record-fields.ts';
import { paidFrom } from '@gonglian/payout/paid-from.ts';
import { CARE_KINDS, type CareKind } from '../payout/payout-policy.ts';
import { LINES_MAX } from '@gonglian/payout/write-payout.ts';
import { command, type Tx } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { hardshipPlace, readWholeBatch } from './care-batch.ts';
import { decideCare, decideSpecialAid, type CareLineMade, type Decided } from './decide-care.ts';
import { findHolders, holderOf, rulesOf } from './find-holders.ts';

const HARDSHIPS = ['CRITICAL_ILLNESS', 'DISASTER', 'ACCIDENT', 'FAMILY', 'CONDOLENCE'] as const;
const HARDSHIPS_MAX = 500;
/** More holders than any province has. */
const HOLDERS_MAX = 20_000;

const DraftCareBatch = z.strictObject({
  unionId: id,
  careKind: code(CARE_KINDS),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not_a_month'),
  grade: code(['', ...HONOUR_LEVELS]),
  ...paidFrom,
  documentNo: text(80),
  hardships: z
    .array(
      z.strictObject({
        personId: id,
        hardship: code(HARDSHIPS),
        amountFen: amountFen,
        evidenceSha256: sha256,
      }),
    )
    .max(HARDSHIPS_MAX, 'too_many')
    .refine((all) => new Set(all.map(({ personId }) => personId)).size === all.length, 'twice'),
});
type DraftCareBatch = z.output<typeof DraftCareBatch>;

const ORDERED: Readonly<
  Record<CareKind, 'care.honour_allowance' | 'care.living_lines' | 'care.special_max'>
> = {
  HONOUR_ALLOWANCE: 'care.honour_allowance',
  LIVING_SUBSIDY: 'care.living_lines',
  SPECIAL_AID: 'care.special_max',
};

/** Refused MONTH_IN_FUTURE, CARE_BATCH_EMPTY, CARE_BATCH_TOO_LARGE; and why, for one who is named and cannot be paid. */
export const draftCareBatch = command({
  schema: DraftCareBatch,
  permission: 'competitions.care.draft',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<CareBatch> {
    const { sql, own, now, actor } = tx;
    decideAsk(ask, chinaDate(now));
    await requireLivingUnion(sql, ask.unionId);
    const { lines, leftOut } = await workOut(tx, ask);
    if (lines.length === 0) throw refused('CARE_BATCH_EMPTY');
    if (lines.length > LINES_MAX) throw refused('CARE_BATCH_TOO_LARGE', { max: LINES_MAX });
    const batchId = newId();
    const orderedBy = orderOn(COMPETITIONS_POLICY, ORDERED[ask.careKind], `${ask.month}-01`);
    await sql`
      insert into care_batch (batch_id, union_id, care_kind, month, grade, bank, project_code, source_code, document_no,
        ordered_by, left_out, made_by)
      values (${batchId}, ${ask.unionId}, ${ask.careKind}, ${ask.month}, ${ask.grade}, ${ask.bank},
        ${ask.projectCode}, ${ask.sourceCode}, ${ask.documentNo}, ${orderedBy}, ${JSON.stringify(leftOut)}::jsonb,
        ${actor.id})`;
    await writeLines(tx, batchId, ask, lines);
    return readWholeBatch(sql, own.vault, batchId);
  },
});

/** Invalid FIELD_INVALID: hardships are of special aid, and it has some. */
function decideAsk({ careKind, month, hardships }: DraftCareBatch, today: string): void {
  if (month > today.slice(0, 7)) throw refused('MONTH_IN_FUTURE', { month });
  if ((careKind === 'SPECIAL_AID') !== hardships.length > 0)
    throw invalid('FIELD_INVALID', {
      field: 'hardships',
      rule: careKind === 'SPECIAL_AID' ? 'required' : 'not_yours',
    });
}

async function workOut({ sql, own }: Tx, ask: DraftCareBatch): Promise<Decided> {
  const { careKind: kind, month, hardships, unionId, grade } = ask;
  const special = kind === 'SPECIAL_AID';
  const personIds = special ? hardships.map(({ personId }) => personId) : null;
  const of = { kind, month, rules: rulesOf(month) };
  const found = { unionId, kind, month, grade, personIds, batchId: null, limit: HOLDERS_MAX };
  const rows = await findHolders(sql, found);
  const holders = rows.map((row) => holderOf(own.vault, row));
  if (!special) return decideCare(holders, of);
  const maxFen = competitionsPolicy('care.special_max', `${month}-01`);
  return decideSpecialAid(holders, hardships, of, maxFen);
}

async function writeLines(
  { sql, own }: Tx,
  batchId: string,
  ask: DraftCareBatch,
  lines: readonly CareLineMade[],
): Promise<void> {
  const asked = new Map(ask.hardships.map((one) => [one.personId, one]));
  const sealed = lines.map(({ personId }, at) => {
    const reason = asked.get(personId);
    if (!reason) return null;
    const { hardship, evidenceSha256 } = reason;
    const why = JSON.stringify({ hardship, evidenceSha256 });
    return own.vault.seal(why, hardshipPlace(batchId, at + 1));
  });
  const of = <K extends keyof CareLineMade>(field: K) => lines.map((line) => line[field]);
  const written = await sql`
    insert into care_line (batch_id, seq, union_id, care_kind, month, person_id, grade, livelihood, line_fen, cap_fen,
      amount_fen, hardship_sealed)
    select ${batchId}::uuid, seq, ${ask.unionId}::uuid, ${ask.careKind}::text, ${ask.month}::text, person, grade,
      livelihood, line, cap, amount, hardship
    from unnest(${of('personId')}::uuid[], ${of('grade')}::text[], ${of('livelihood')}::text[],
      ${of('lineFen')}::bigint[], ${of('capFen')}::bigint[], ${of('amountFen')}::bigint[], ${sealed}::bytea[])
      with ordinality as l(person, grade, livelihood, line, cap, amount, hardship, seq)
    on conflict do nothing returning seq`;
  // Two batches at once that name the same holder: the second waits for the first, and then finds him paid.
  if (written.length < lines.length) throw refused('PAID_THIS_MONTH');
}
