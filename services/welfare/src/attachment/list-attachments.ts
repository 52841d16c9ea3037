import type { AttachmentList } from '@gonglian/contracts/gen/gonglian/welfare/v1/attachment.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findAttachments, RECORD_KINDS } from './attachment.ts';

const SHOWN_MAX = 200;

/** That they are there; what is on them is asked for one by one, and whoever audits or supervises reads not even of what kind. */
export const listAttachments = query({
  schema: z.strictObject({ recordKind: code(RECORD_KINDS), recordId: id }),
  permission: 'welfare.attachment.read',
  async run({ sql, actor }, { recordKind, recordId }): Promise<AttachmentList> {
    const items = await findAttachments(sql, { recordKind, recordId, limit: SHOWN_MAX });
    const isTold = mayDo(actor.duty, 'welfare.attachment.take');
    return { items: items.map((one) => (isTold ? one : { ...one, kind: '' })) };
  },
});
