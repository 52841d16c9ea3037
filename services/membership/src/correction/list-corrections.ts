import type { CorrectionList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { showsName } from '../member/shows-name.ts';
import { query } from '../pipeline.ts';
import { CORRECTION_STATES, correctionView, type CorrectionRow } from './correction.ts';

const ListCorrections = z.strictObject({
  state: z.string().pipe(z.enum(['', ...CORRECTION_STATES], 'unknown_code')),
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

/** What members in reach have asked to be corrected, the oldest first. */
export const listCorrections = query({
  schema: ListCorrections,
  permission: 'membership.correction.read',
  async run({ sql, own, actor }, ask): Promise<CorrectionList> {
    const state = ask.state || null;
    const after = ask.cursor || null;
    const rows = await sql<CorrectionRow>`
      select c.id, c.member_id as "memberId", m.union_id as "unionId", c.field, c.value,
        c.explanation, c.state, c.asked_on::text as "askedOn", c.due_on::text as "dueOn",
        c.decided_on::text as "decidedOn", c.reason, c.version
      from correction c join membership m on m.member_id = c.member_id
      where (${state}::text is null or c.state = ${state}::text)
        and (${after}::uuid is null or c.id > ${after}::uuid)
      order by c.id limit ${ask.limit}`;
    const last = rows.at(-1);
    return {
      items: rows.map((row) =>
        correctionView(own.vault, row, row.field === 'name' && showsName(actor, row.unionId)),
      ),
      nextCursor: last && rows.length === ask.limit ? last.id : '',
    };
  },
});
