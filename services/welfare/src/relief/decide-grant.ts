// Materials checked, reviewed by the assistance centre, approved by its leaders: four persons, and at the approval the caps.
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { readFile } from '../hardship/hardship-file.ts';
import { requireFiled } from '../hardship/steps.ts';
import { command, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decideApproval } from './decide-relief.ts';
import {
  answered,
  beginGrantStep,
  grantNow,
  grantStep,
  openBasis,
  stepOf,
  writeGrantStep,
  type GrantRow,
} from './grant.ts';
import { papers, writePapers } from './papers.ts';
import { reckon } from './reckon.ts';
import { requireAnotherHand } from './steps.ts';
import { takeOfYear } from './year.ts';

/** Refused RELIEF_ACCOUNT_MISSING, and RELIEF_INVOICE_MISSING where a share of what was paid is asked for. */
export const checkReliefMaterials = command({
  schema: z.strictObject({ ...answered, ...papers }),
  permission: 'welfare.relief.check',
  async run(tx, ask): Promise<ReliefGrant> {
    const step = stepOf('CHECK', ask);
    const { grant, state } = await beginGrantStep(tx, step, ask);
    const { grantId } = grant;
    requireAnotherHand(grant, tx.actor);
    if (step === 'CHECK') {
      await writePapers(tx, grant, ask);
      const { accountMasked, invoiceCount } = await grantNow(tx, grantId);
      if (accountMasked === '') throw refused('RELIEF_ACCOUNT_MISSING');
      if (grant.programme === 'MEDICAL' && invoiceCount === 0)
        throw refused('RELIEF_INVOICE_MISSING');
      await tx.sql`
        update relief_grant set checked_by = ${tx.actor.id} where grant_id = ${grantId}`;
    }
    await writeGrantStep(tx, grant, { step, state, reasonCode: ask.reasonCode });
    return grantNow(tx, grantId);
  },
});

export const reviewRelief = command({
  schema: z.strictObject(answered),
  permission: 'welfare.relief.review',
  async run(tx, ask): Promise<ReliefGrant> {
    const step = stepOf('REVIEW', ask);
    const { grant, state } = await beginGrantStep(tx, step, ask);
    requireAnotherHand(grant, tx.actor);
    if (step === 'REVIEW')
      await tx.sql`
        update relief_grant set reviewed_by = ${tx.actor.id} where grant_id = ${grant.grantId}`;
    await writeGrantStep(tx, grant, { step, state, reasonCode: ask.reasonCode });
    return grantNow(tx, grant.grantId);
  },
});

/** By the rules and the file of today; the year of the household and of the person is taken of under lock. */
export const approveRelief = command({
  schema: z.strictObject({
    ...grantStep,
    documentNo: text(80),
    superiorDocumentNo: optionalText(80),
  }),
  permission: 'welfare.relief.approve',
  async run(tx, ask): Promise<ReliefGrant> {
    const { grant, state } = await beginGrantStep(tx, 'APPROVE', ask);
    const { grantId } = grant;
    requireAnotherHand(grant, tx.actor);
    decideApproval(grant.approvalNeed, ask.superiorDocumentNo);
    await take(tx, grant);
    await tx.sql`
      update relief_grant set approved_by = ${tx.actor.id}, document_no = ${ask.documentNo},
        superior_document_no = ${ask.superiorDocumentNo}
      where grant_id = ${grantId}`;
    await writeGrantStep(tx, grant, { step: 'APPROVE', state });
    return grantNow(tx, grantId);
  },
});

async function take(tx: Tx, grant: GrantRow): Promise<void> {
  const today = chinaDate(tx.now);
  const of = await standingOf(tx, grant);
  const { capFen } = reckon({ ...grant, ...of, ...openBasis(tx.own.vault, grant) }, today);
  await takeOfYear(tx, grant, {
    rule: welfarePolicy('relief.programmes', today)[grant.programme],
    capFen,
    yearMax: welfarePolicy('relief.year_max', today),
    isSingle: welfarePolicy('relief.single_programme', today).some((one) => one === of.category),
  });
}

/** As its file stands now: it may have left the register or changed its category since. */
async function standingOf(tx: Tx, grant: GrantRow) {
  if (grant.fileId === '') return { fileLevel: '' as const, category: '' as const };
  await tx.sql`select from hardship_file where file_id = ${grant.fileId} for share`;
  const { state, fileLevel, category } = await readFile(tx.sql, grant.fileId);
  requireFiled(state);
  return { fileLevel, category };
}
