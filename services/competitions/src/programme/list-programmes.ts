import type { ProgrammeList } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findProgrammes, PROGRAMME_KINDS, programmeView } from './programme.ts';

/** The newest first; each counted, so that a page has few. */
export const listProgrammes = query({
  schema: z.strictObject({
    programmeKind: code(['', ...PROGRAMME_KINDS]),
    cursor: optionalId,
    limit: limit(20, 10),
  }),
  permission: 'competitions.programme.read',
  async run({ sql }, ask): Promise<ProgrammeList> {
    const rows = await findProgrammes(sql, {
      kind: ask.programmeKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const items = [];
    for (const row of rows) items.push(await programmeView(sql, row));
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items, nextCursor: last?.programmeId ?? '' };
  },
});
