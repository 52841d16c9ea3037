import type { StudioList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findStudios, studioView } from './studio.ts';
import { NAMED_STATES, STUDIO_LEVELS, STUDIO_STATES } from './studio-steps.ts';

/** Those in reach, the newest first, and how many are named: each once, at its highest level. */
export const listStudios = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', ...STUDIO_STATES], 'unknown_code')),
    level: z.string().pipe(z.enum(['', ...STUDIO_LEVELS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.studio.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<StudioList> {
    const unionId = ask.unionId || null;
    const rows = await findStudios(sql, {
      unionId,
      states: ask.state === '' ? null : [ask.state],
      level: ask.level || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const counts = await sql<{ level: string; studios: number }>`
      select level, count(*)::int as studios from studio
      where state = any(${NAMED_STATES}) and (${unionId}::uuid is null or union_id = ${unionId}::uuid)
      group by level order by level`;
    return {
      items: rows.map((row) => studioView(row, own.vault)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.studioId ?? '') : '',
      counts,
    };
  },
});
