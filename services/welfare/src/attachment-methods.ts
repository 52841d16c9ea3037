// Papers of records, by rpc.
import { addAttachment } from './attachment/add-attachment.ts';
import { getAttachmentFile } from './attachment/get-attachment-file.ts';
import { listAttachments } from './attachment/list-attachments.ts';

export const attachmentMethods = { addAttachment, listAttachments, getAttachmentFile };
