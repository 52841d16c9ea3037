import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { getJob, importView, openMapping, openSheets } from './import-job.ts';

/** What the file says is shown to the one who brought it; to others, how far it has come. */
export const getImport = query({
  schema: z.strictObject({ importId: id }),
  permission: 'membership.import.read',
  async run({ sql, own, actor }, { importId }): Promise<Import> {
    const job = await getJob(sql, importId);
    const view = importView(job);
    if (job.createdBy !== actor.id) return view;
    const mapping = openMapping(own.vault, job);
    return {
      ...view,
      sheets: openSheets(own.vault, job),
      sheet: mapping?.sheet ?? '',
      headerRow: mapping?.headerRow ?? 0,
      columns: [...(mapping?.columns ?? [])],
    };
  },
});
