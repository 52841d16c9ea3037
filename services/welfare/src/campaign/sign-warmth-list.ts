import type { WarmthList } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { decideDay, sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockWarmthList, readWholeWarmthList, warmthStep } from './warmth-list.ts';

/** Persons have signed for what they got, on a sheet of which the hash is kept. Refused WARMTH_SIGNED, each once. */
export const signWarmthList = command({
  schema: z.strictObject({
    ...warmthStep,
    seqs: z
      .array(z.int().positive('required'))
      .min(1, 'required')
      .max(500, 'too_many')
      .refine((seqs) => new Set(seqs).size === seqs.length, 'twice'),
    signatureSha256: sha256,
    signedOn: date,
  }),
  permission: 'welfare.warmth.draft',
  async run({ sql, own, now }, ask): Promise<WarmthList> {
    const list = await lockWarmthList(sql, ask, 'APPROVED');
    decideDay(ask.signedOn, list.givenOn, chinaDate(now));
    const signed = await sql`
      update warmth_line set signature_sha256 = ${ask.signatureSha256}, signed_on = ${ask.signedOn}
      where list_id = ${ask.listId} and seq = any(${ask.seqs}::int[]) and signed_on is null returning seq`;
    if (signed.length < ask.seqs.length) throw refused('WARMTH_SIGNED');
    await sql`update warmth_list set version = version + 1 where list_id = ${ask.listId}`;
    return readWholeWarmthList(sql, own.vault, ask.listId);
  },
});
