// The report as a file: a draft until it is final, and then always the same bytes.
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { download, type Sql } from '../pipeline.ts';
import { readAudit } from './audit.ts';
import { drawInThread } from './report-thread.ts';
import type { FindingRow } from './finding.ts';
import { reportBlocks, type ReportParts } from './report-text.ts';
import { readSamples } from './sample.ts';
import { readPapers } from './working-paper.ts';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;

export const getAuditReport = download({
  schema: z.strictObject({ auditId: id }),
  permission: 'finance.audit.read',
  async *run(read, { auditId }) {
    const parts = await read(({ sql }) => readParts(sql, auditId));
    const { audit } = parts;
    const bytes = await drawInThread(reportBlocks(parts), {
      title: audit.title,
      author: audit.unionName,
      on: audit.reportedOn || audit.draftedOn,
    });
    yield FileChunk.fromPartial({
      fileName: `审计报告-${audit.periodTo}-${auditId.slice(-8)}.pdf`,
      mediaType: 'application/pdf',
    });
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const content = bytes.subarray(at, at + PIECE_BYTES);
      yield { fileName: '', mediaType: '', content };
    }
  },
});

/** Refused AUDIT_STATE_WRONG before there is a draft. */
async function readParts(sql: Sql, auditId: string): Promise<ReportParts> {
  const audit = await readAudit(sql, auditId);
  if (audit.draftedOn === '') throw refused('AUDIT_STATE_WRONG', { state: audit.state });
  const findings = await sql<FindingRow>`
    select * from finding_row where "auditId" = ${auditId} order by seq`;
  const [papers, samples] = [await readPapers(sql, auditId), await readSamples(sql, auditId)];
  return { audit, papers, samples, findings };
}
