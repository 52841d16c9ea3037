import type { StudioAllianceList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findAlliances } from './alliance.ts';

export const listAlliances = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(50, 20) }),
  permission: 'competitions.studio.read',
  async run({ sql }, ask): Promise<StudioAllianceList> {
    const items = await findAlliances(sql, { before: ask.cursor || null, limit: ask.limit });
    return {
      items,
      nextCursor: items.length === ask.limit ? (items.at(-1)?.allianceId ?? '') : '',
    };
  },
});
