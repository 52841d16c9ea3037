// An audit, and for auditors what was written for it; findings have a list of their own.
import type { AuditFile } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
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
  async run({ sql, actor }, { auditId }): Promise<AuditFile> {
    const audit = auditView(await readAudit(sql, auditId));
    if (!mayDo(actor.duty, 'finance.audit-paper.read'))
      return { audit, papers: [], samples: [], scans: [] };
    return {
      audit,
      papers: await readPapers(sql, auditId),
      samples: await readSamples(sql, auditId),
      scans: await readScans(sql, auditId),
    };
  },
});
