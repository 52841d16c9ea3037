// What was looked at, how, and what follows from it. A paper is never changed: another one says what was wrong with it.
import type { WorkingPaper } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockAudit, requireState } from './audit.ts';
import { optionalSha256 } from './evidence.ts';
import { requireIndependent } from './require-independent.ts';
import { readPapers } from './working-paper.ts';

const PAPERS_MAX = 500;

export const addWorkingPaper = command({
  schema: z.strictObject({
    auditId: id,
    title: text(100),
    auditProcedure: text(2_000),
    conclusion: text(2_000),
    documentSha256: optionalSha256,
  }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now }, ask): Promise<WorkingPaper> {
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'ENTERED', 'DRAFTED', 'COMMENTED');
    await requireIndependent(sql, audit, [actor.id]);
    const seq = (await readPapers(sql, ask.auditId)).length + 1;
    if (seq > PAPERS_MAX) throw refused('AUDIT_TOO_MANY', { max: PAPERS_MAX });
    await sql`
      insert into audit_paper (id, audit_id, union_id, seq, title, procedure, conclusion,
        document_sha256, made_by, made_at)
      values (${newId()}, ${ask.auditId}, ${audit.unionId}, ${seq}, ${ask.title},
        ${ask.auditProcedure}, ${ask.conclusion}, ${ask.documentSha256}, ${actor.id}, ${now})`;
    const added = (await readPapers(sql, ask.auditId)).at(-1);
    if (!added) throw new Error('the paper is not there');
    return added;
  },
});
