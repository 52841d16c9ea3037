// A second person has looked at what was asked, and why, and agrees.
import type { Export } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { decideApproval } from './export-rules.ts';
import { exportView, lockExport } from './member-export.ts';

const HOUR_MS = 3_600_000;

export const approveExport = command({
  schema: z.strictObject({ exportId: id, expectedVersion }),
  permission: 'membership.export.approve',
  async run({ sql, actor, now }, ask): Promise<Export> {
    const found = await lockExport(sql, ask.exportId);
    if (found.version !== ask.expectedVersion) {
      throw stale('VERSION_MOVED', { version: found.version });
    }
    const expiresAt = new Date(found.expiresAt);
    decideApproval({ ...found, expiresAt }, actor.id, now);
    const hours = membershipPolicy('export.valid_hours', chinaDate(now));
    await sql`
      update member_export set state = 'READY', approved_by = ${actor.id}, version = version + 1,
        expires_at = ${new Date(now.getTime() + hours * HOUR_MS)}
      where id = ${found.id}`;
    return exportView(await lockExport(sql, found.id), now);
  },
});
