import type { SafetyCupEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { safetyCupActivityHeld } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, count, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import {
  ACTIVITY_KINDS,
  decideActivity,
  lockEntry,
  readEntry,
  safetyCupStep,
} from './safety-cup.ts';

export const recordSafetyCupActivity = command({
  schema: z.strictObject({
    ...safetyCupStep,
    activityKind: code(ACTIVITY_KINDS),
    heldOn: date,
    participants: count.max(1_000_000, 'too_large'),
    note: text(500),
  }),
  permission: 'competitions.safety-cup.write',
  async run({ sql, now, emit }, ask): Promise<SafetyCupEntry> {
    const entry = await lockEntry(sql, ask);
    const { safetyCupEntryId, unionId, version } = entry;
    decideActivity(entry, ask.heldOn);
    decideDay(ask.heldOn, '', chinaDate(now));
    // The entry counts its activities by its version, which only they and the evaluation move.
    await sql`
      insert into safety_cup_activity (entry_id, no, union_id, kind, held_on, participants, note)
      values (${safetyCupEntryId}, ${version}, ${unionId}, ${ask.activityKind}, ${ask.heldOn},
        ${ask.participants}, ${ask.note})`;
    await sql`update safety_cup_entry set version = version + 1 where id = ${safetyCupEntryId}`;
    const { activityKind, heldOn, participants } = ask;
    const held = { unionId, activityKind, heldOn, participants };
    emit(safetyCupActivityHeld, { safetyCupEntryId, ...held });
    return readEntry(sql, safetyCupEntryId);
  },
});
