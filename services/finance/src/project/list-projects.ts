import type { ProjectList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findProjects, projectView } from './project.ts';

const PROJECTS_MAX = 500;

/** The one that ends first is first. */
export const listProjects = query({
  schema: z.strictObject({ unionId: id }),
  permission: 'finance.project.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId }): Promise<ProjectList> {
    const rows = await findProjects(sql, { unionId, reports: 1, limit: PROJECTS_MAX });
    return { items: rows.map(projectView) };
  },
});
