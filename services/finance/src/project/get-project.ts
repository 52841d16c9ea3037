import type { Project } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { projectView, readProject } from './project.ts';

export const getProject = query({
  schema: z.strictObject({ projectId: id }),
  permission: 'finance.project.read',
  async run({ sql }, { projectId }): Promise<Project> {
    return projectView(await readProject(sql, projectId));
  },
});
