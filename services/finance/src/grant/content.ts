// What an application says.
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { documents, optionalSha256, RECORD_KINDS } from './grant-fields.ts';

export const GrantContent = z.strictObject({
  appliedFen: amountFen,
  matchingBp: z.int().min(0, 'negative').max(9_999, 'too_large'),
  beneficiary: optionalText(100),
  recordKind: code(RECORD_KINDS),
  recordId: optionalText(100),
  acceptanceSha256: optionalSha256,
  documents,
  reason: text(500),
});

/** Refused GRANT_RECORD_EARNED: nothing was written, since the record has earned under this rule already. */
export function requireUnearned(
  written: readonly unknown[],
  { recordKind, recordId }: { recordKind: string; recordId: string },
): void {
  if (written.length === 0) throw refused('GRANT_RECORD_EARNED', { recordKind, recordId });
}
