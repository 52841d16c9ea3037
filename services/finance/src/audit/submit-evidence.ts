// The audited side says that it was put right, by what documents, and how much of it came back.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { command } from '../pipeline.ts';
import { evidence } from './evidence.ts';
import { decideStep, findingNow, findingStep, lockFinding, takeStep } from './finding.ts';

interface Corrected {
  recoveredFen: number;
  adjustedFen: number;
  returnedFen: number;
}

/** Refused FINDING_CORRECTED_TOO_MUCH: no more is corrected than was wrong. */
export function decideCorrected(finding: { amountFen: number }, ask: Corrected): void {
  const fen = ask.recoveredFen + ask.adjustedFen + ask.returnedFen;
  if (fen > finding.amountFen)
    throw refused('FINDING_CORRECTED_TOO_MUCH', { correctedFen: fen, ofFen: finding.amountFen });
}

export const submitEvidence = command({
  schema: z.strictObject({
    ...findingStep,
    note: text(2_000),
    evidenceSha256: evidence,
    recoveredFen: optionalFen,
    adjustedFen: optionalFen,
    returnedFen: optionalFen,
  }),
  permission: 'finance.audit.answer',
  async run(tx, ask): Promise<Finding> {
    const finding = await lockFinding(tx.sql, ask);
    const state = decideStep(finding.state, 'submit');
    decideCorrected(finding, ask);
    await tx.sql`
      update audit_finding set state = ${state}, recovered_fen = ${ask.recoveredFen},
        adjusted_fen = ${ask.adjustedFen}, returned_fen = ${ask.returnedFen}
      where id = ${ask.findingId}`;
    const { note, evidenceSha256 } = ask;
    await takeStep(tx, [ask.findingId], { state, note, evidenceSha256 });
    return findingNow(tx.sql, ask.findingId, chinaDate(tx.now));
  },
});
