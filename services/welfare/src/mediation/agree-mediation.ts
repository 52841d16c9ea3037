import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { optionalFen, sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginMediationStep, endMediationStep, mediationStep, mediationView } from './mediation.ts';

/** It is an agreement once both have signed what is written down (劳动争议调解仲裁法 art. 14). */
export const agreeMediation = command({
  schema: z.strictObject({
    ...mediationStep,
    agreedOn: date,
    agreementNo: text(50),
    agreementSha256: sha256,
    agreedFen: optionalFen,
    signedByBoth: z.boolean(),
  }),
  permission: 'welfare.mediation.write',
  async run(tx, ask): Promise<Mediation> {
    const { agreedOn: stepOn, agreementNo } = ask;
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { mediation, state } = await beginMediationStep(tx, at, 'AGREE');
    if (!ask.signedByBoth) throw refused('MEDIATION_NOT_SIGNED');
    await tx.sql`
      update mediation set agreed_on = ${stepOn}, agreement_no = ${agreementNo},
        agreement_sha256 = ${ask.agreementSha256}, agreed_fen = ${ask.agreedFen}
      where id = ${ask.mediationId}`;
    const taken = { step: 'AGREE', state, stepOn, note: agreementNo };
    return mediationView(await endMediationStep(tx, mediation, taken), tx.own.vault);
  },
});
