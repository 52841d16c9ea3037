// Somebody is to have relief: a household on the register, or a worker in sudden trouble who is on none.
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { amountFen, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { readFile } from '../hardship/hardship-file.ts';
import type { Category, FileLevel } from '../hardship/hardship-policy.ts';
import { requireFiled, requireNotOwn } from '../hardship/steps.ts';
import { command, type Tx } from '../pipeline.ts';
import { basisPlace, beginGrantStep, grantNow, grantStep, writeGrantStep } from './grant.ts';
import { papers, writePapers } from './papers.ts';
import { reckon } from './reckon.ts';
import { MONEY_SOURCES, PROGRAMMES, STUDY_STAGES } from './relief-policy.ts';

const basis = {
  amountFen,
  studyStage: code(['', ...STUDY_STAGES]),
  selfPaidFen: optionalFen,
};

const ProposeRelief = z.strictObject({
  fileId: optionalId,
  personId: optionalId,
  unionId: optionalId,
  personName: optionalText(50),
  idNumber: optionalText(18),
  programme: code(PROGRAMMES),
  moneySource: code(MONEY_SOURCES),
  projectCode: optionalText(40),
  ...basis,
  ...papers,
});
type ProposeRelief = z.output<typeof ProposeRelief>;

interface Whose {
  unionId: string;
  fileId: string | null;
  personId: string;
  memberId: string | null;
  fileLevel: FileLevel | '';
  category: Category | '';
}

export const proposeRelief = command({
  schema: ProposeRelief,
  permission: 'welfare.relief.propose',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<ReliefGrant> {
    const { sql, own, actor, now } = tx;
    const today = chinaDate(now);
    const whose = ask.fileId === '' ? await unfiled(tx, ask, today) : await filed(tx, ask);
    const reckoned = reckon({ ...ask, ...whose }, today);
    if (ask.amountFen > reckoned.capFen)
      throw refused('RELIEF_CAP_CROSSED', { capFen: reckoned.capFen, usedFen: 0 });
    const grantId = newId();
    const written = await sql`
      insert into relief_grant (grant_id, union_id, file_id, person_id, member_id, programme, grant_year,
        money_source, project_code, file_level, category, amount_fen, cap_fen, ordered_by, approval_need,
        basis_sealed, stood_on, made_by)
      values (${grantId}, ${whose.unionId}, ${whose.fileId}, ${whose.personId}, ${whose.memberId},
        ${ask.programme}, ${Number(today.slice(0, 4))}, ${ask.moneySource}, ${ask.projectCode},
        ${whose.fileLevel}, ${whose.category}, ${ask.amountFen}, ${reckoned.shownCapFen}, ${reckoned.orderedBy},
        ${reckoned.approvalNeed}, ${sealBasis(own.vault, grantId, ask)}, ${today}, ${actor.id})
      on conflict do nothing returning 1`;
    if (written.length === 0) throw duplicate('RELIEF_PROPOSED');
    await writePapers(tx, { ...ask, grantId, personId: whose.personId }, ask);
    return grantNow(tx, grantId);
  },
});

const sealBasis = (
  vault: Tx['own']['vault'],
  grantId: string,
  { selfPaidFen, studyStage }: { selfPaidFen: number; studyStage: string },
) => vault.seal(JSON.stringify({ selfPaidFen, studyStage }), basisPlace(grantId));

/** On the register, and of the household; its worker where nobody is named. */
async function filed(tx: Tx, { fileId, personId, personName }: ProposeRelief): Promise<Whose> {
  if (personName !== '') throw invalid('FIELD_INVALID', { field: 'personName', rule: 'of_a_file' });
  await tx.sql`select from hardship_file where file_id = ${fileId} for share`;
  const file = await readFile(tx.sql, fileId);
  requireFiled(file.state);
  requireNotOwn(tx.actor, file.memberId === null ? [] : [file.memberId]);
  const who = personId || file.headId;
  const its = await tx.sql`
    select from household_person
    where file_id = ${fileId} and person_id = ${who} and left_on is null`;
  if (its.length === 0) throw notFound('HOUSEHOLD_PERSON_UNKNOWN', { personId: who });
  const { unionId, fileLevel, category } = file;
  if (category === 'NONE') throw refused('NOT_IN_HARDSHIP');
  const memberId = who === file.headId ? file.memberId : null;
  return { unionId, fileId, personId: who, memberId, fileLevel, category };
}

/** Of a union; refused RELIEF_FOR_UNFILED where his household is on the register. */
async function unfiled(tx: Tx, ask: ProposeRelief, today: string): Promise<Whose> {
  const { unionId, personName, idNumber } = ask;
  const missing = Object.entries({ unionId, personName, idNumber }).find(([, one]) => one === '');
  if (missing) throw invalid('FIELD_INVALID', { field: missing[0], rule: 'required' });
  await requireLivingUnion(tx.sql, unionId);
  const scene = { sql: tx.sql, vault: tx.own.vault, today };
  const [personId = ''] = await enterPeople(scene, [{ personName, idNumber }]);
  await tx.beyondScope('whether somebody is on the register, of whatever union');
  const on = await tx.sql`
    select from household_person as h join hardship_file as f using (file_id)
    where h.person_id = ${personId} and h.left_on is null and f.state in ('FILED', 'IN_RELIEF')`;
  if (on.length > 0) throw refused('RELIEF_FOR_UNFILED');
  return { unionId, fileId: null, personId, memberId: null, fileLevel: '', category: '' };
}

/** What was returned, mended; its programme, person and source stay. */
export const amendRelief = command({
  schema: z.strictObject({ ...grantStep, ...basis }),
  permission: 'welfare.relief.propose',
  async run(tx, ask): Promise<ReliefGrant> {
    const { grant, state } = await beginGrantStep(tx, 'AMEND', ask);
    const reckoned = reckon({ ...grant, ...ask }, chinaDate(tx.now));
    if (ask.amountFen > reckoned.capFen)
      throw refused('RELIEF_CAP_CROSSED', { capFen: reckoned.capFen, usedFen: 0 });
    await tx.sql`
      update relief_grant set amount_fen = ${ask.amountFen}, cap_fen = ${reckoned.shownCapFen},
        ordered_by = ${reckoned.orderedBy}, approval_need = ${reckoned.approvalNeed},
        basis_sealed = ${sealBasis(tx.own.vault, grant.grantId, ask)}, made_by = ${tx.actor.id},
        checked_by = '', reviewed_by = ''
      where grant_id = ${grant.grantId}`;
    await writeGrantStep(tx, grant, { step: 'AMEND', state });
    return grantNow(tx, grant.grantId);
  },
});
