import type { Checklist } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readChecklists } from './checklist.ts';

const ITEMS_MAX = 200;
const POINTS_MAX = 1_000;

/** A version is never changed: what was assessed by it stays as it was. */
export const setChecklist = command({
  schema: z.strictObject({
    title: text(100),
    validFrom: date,
    documentNo: text(100),
    items: z
      .array(
        z.strictObject({
          title: text(200),
          maxPoints: z.int().min(1, 'too_small').max(POINTS_MAX, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(ITEMS_MAX, 'too_many'),
  }),
  permission: 'finance.checklist.set',
  async run({ sql, actor, now }, ask): Promise<Checklist> {
    const checklistId = newId();
    const [set] = await sql`
      insert into audit_checklist (id, title, valid_from, document_no, set_by, set_at)
      values (${checklistId}, ${ask.title}, ${ask.validFrom}, ${ask.documentNo}, ${actor.id}, ${now})
      on conflict do nothing returning id`;
    if (!set) throw duplicate('CHECKLIST_EXISTS', { validFrom: ask.validFrom });
    await sql`
      insert into checklist_item (checklist_id, item_no, title, max_points)
      select ${checklistId}, n, title, points
      from unnest(${ask.items.map((one) => one.title)}::text[],
        ${ask.items.map((one) => one.maxPoints)}::int[]) with ordinality as i (title, points, n)`;
    const [written] = await readChecklists(sql, checklistId);
    if (!written) throw new Error('the checklist is not there');
    return written;
  },
});
