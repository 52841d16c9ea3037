import type { Project } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command } from '../pipeline.ts';
import { projectView, readProject } from './project.ts';

/** Refused PROJECT_EXISTS for a code that the union has; PROJECT_DATES where it would end before it begins. */
export const openProject = command({
  schema: z.strictObject({
    unionId: id,
    projectCode: text(40),
    projectName: text(80),
    donor: text(80),
    agreedFen: amountFen,
    documentNo: text(100),
    startsOn: date,
    endsOn: date,
  }),
  permission: 'finance.project.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor }, ask): Promise<Project> {
    if (ask.endsOn < ask.startsOn) throw refused('PROJECT_DATES', { startsOn: ask.startsOn });
    await requireLivingUnion(sql, ask.unionId);
    const projectId = newId();
    const [opened] = await sql`
      insert into project (id, union_id, code, name, donor, agreed_fen, document_no, starts_on, ends_on,
        opened_by)
      values (${projectId}, ${ask.unionId}, ${ask.projectCode}, ${ask.projectName}, ${ask.donor},
        ${ask.agreedFen}, ${ask.documentNo}, ${ask.startsOn}, ${ask.endsOn}, ${actor.id})
      on conflict (union_id, code) do nothing returning id`;
    if (!opened) throw refused('PROJECT_EXISTS', { projectCode: ask.projectCode });
    return projectView(await readProject(sql, projectId));
  },
});
