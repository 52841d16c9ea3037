// Asks for a file of members, with a reason; a large one, or one with whole numbers, waits for a second person.
import type { Export } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { stateFilter } from '../member/member-filter.ts';
import { command } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { decideRequest, EXPORT_FIELDS, REASON_CODES } from './export-rules.ts';
import { countScope } from './export-scope.ts';
import { exportView, lockExport } from './member-export.ts';

const RequestExport = z.strictObject({
  unionId: optionalId,
  state: stateFilter,
  format: code(['xlsx', 'csv']),
  fields: z
    .array(code(EXPORT_FIELDS))
    .min(1, 'required')
    .max(EXPORT_FIELDS.length, 'too_many')
    .refine((fields) => new Set(fields).size === fields.length, 'twice'),
  reasonCode: code(REASON_CODES),
  reason: z.string().trim().min(5, 'too_short').max(200, 'too_long'),
});

const HOUR_MS = 3_600_000;

export const requestExport = command({
  schema: RequestExport,
  permission: 'membership.export.request',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, ask): Promise<Export> {
    const today = chinaDate(now);
    const allBelow = ask.unionId === '';
    const unionId = ask.unionId || actor.scope;
    const scope = { unionId, allBelow, memberState: ask.state, lastMemberId: null };
    const { rows, lastMemberId } = await countScope(sql, scope);
    const limits = {
      secondPersonRows: membershipPolicy('export.second_person_rows', today),
      dailyRows: membershipPolicy('export.daily_rows', today),
    };
    const state = decideRequest({ rows, fields: ask.fields }, limits);
    const expiresAt = new Date(
      now.getTime() + membershipPolicy('export.valid_hours', today) * HOUR_MS,
    );
    const exportId = newId();
    await sql`
      insert into member_export (id, union_id, all_below, member_state, format, fields, reason_code,
        reason, rows, last_member_id, state, requested_by, requested_at, expires_at)
      values (${exportId}, ${unionId}, ${allBelow}, ${ask.state}, ${ask.format},
        ${ask.fields}::text[], ${ask.reasonCode}, ${ask.reason}, ${rows}, ${lastMemberId}, ${state},
        ${actor.id}, ${now}, ${expiresAt})`;
    return exportView(await lockExport(sql, exportId), now);
  },
});
