// An audit with what was written for it; findings have a list of their own.
import type { AuditFile } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { auditView, readAudit } from './audit.ts';
import { readSamples } from './sample.ts';
import { readScans } from './scan.ts';
import { readPapers } from './working-paper.ts';

export const getAudit = query({
  schema: z.strictObject({ auditId: id }),
  permission: 'finance.audit.read',
  async run({ sql }, { auditId }): Promise<AuditFile> {
    return {
      audit: auditView(await readAudit(sql, auditId)),
      papers: await readPapers(sql, auditId),
      samples: await readSamples(sql, auditId),
      scans: await readScans(sql, auditId),
    };
  },
});
