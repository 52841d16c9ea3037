// A paper of a record, as it is kept and as the API shows it: what is on it lies sealed in the store.
import type { Attachment } from '@gonglian/contracts/gen/gonglian/welfare/v1/attachment.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** Of what a paper may be. */
export const RECORD_KINDS = [
  'HARDSHIP_FILE',
  'RELIEF_GRANT',
  'MUTUAL_AID_CLAIM',
  'LEGAL_AID',
  'MEDIATION',
  'WORK_ORDER',
  'VISIT',
] as const;

interface Find {
  attachmentId?: string | null;
  recordKind?: string;
  recordId?: string;
  limit: number;
}

/** In the order in which they came. */
export function findAttachments(sql: Sql, of: Find): Promise<Attachment[]> {
  const { attachmentId = null, recordKind = '', recordId = '' } = of;
  return sql<Attachment>`
    select attachment_id as "attachmentId", union_id as "unionId", record_kind as "recordKind",
      record_id as "recordId", kind, media_type as "mediaType", size_bytes as "sizeBytes", sha256,
      to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", made_by as "madeBy"
    from attachment
    where (${attachmentId}::uuid is null or attachment_id = ${attachmentId}::uuid)
      and (${recordKind}::text = '' or record_kind = ${recordKind}::text)
      and (${recordId}::text = '' or record_id = ${recordId}::text)
    order by attachment_id limit ${of.limit}`;
}

/** ATTACHMENT_UNKNOWN for one out of reach. */
export async function readAttachment(sql: Sql, attachmentId: string): Promise<Attachment> {
  const [row] = await findAttachments(sql, { attachmentId, limit: 1 });
  if (!row) throw notFound('ATTACHMENT_UNKNOWN', { attachmentId });
  return row;
}

/** Where it is sealed: none can stand for another. */
export const paperPlace = (attachmentId: string) => `attachment.${attachmentId}`;
