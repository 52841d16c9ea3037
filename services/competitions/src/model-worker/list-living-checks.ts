import type { LivingCheckPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { CHECK_OUTCOMES, checkView, findChecks, readRound, roundYear } from './living-check.ts';

/** With UNCHECKED those whom nobody has seen yet. */
export const listLivingChecks = query({
  schema: z.strictObject({
    roundYear,
    unionId: optionalId,
    checkOutcome: code(['', 'UNCHECKED', ...CHECK_OUTCOMES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.model-worker.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<LivingCheckPage> {
    const round = await readRound(sql, ask.roundYear);
    const { unionId, checkOutcome: outcome, cursor, limit: most } = ask;
    const of = { outcome, unionId: unionId || null, before: cursor || null, limit: most };
    const rows = await findChecks(sql, { roundYear: ask.roundYear, ...of });
    return {
      round,
      items: rows.map((row) => checkView(own.vault, row)),
      nextCursor: rows.length === most ? (rows.at(-1)?.personId ?? '') : '',
    };
  },
});
