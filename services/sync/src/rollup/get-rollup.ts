// The numbers of one reporting union for a period, with the parts its subtree is made of.
import type { Rollup } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { hideSmall } from './hide-small.ts';
import { getWithParts, toPart } from './parts.ts';
import { period, spanOf } from './period.ts';
import { readRows } from './read-rows.ts';

const GetRollup = z.strictObject({ unionId: optionalId, period });

export const getRollup = query({
  schema: GetRollup,
  permission: 'sync.rollup.read',
  unions: (ask) => [ask.unionId],
  async run(tx, ask): Promise<Rollup> {
    const { own, now } = tx;
    const span = spanOf(ask.period);
    const page = await getWithParts(tx, ask.unionId);
    const { whole, parts } = page;
    const rows = await hideSmall(tx, page, span, await readRows(tx, page, span));
    return {
      union: whole.union,
      period: ask.period,
      treeOn: span.treeOn,
      rows,
      parts: parts.map((part) => toPart(part, now, own.staleAfterSeconds)),
      // A township of this node has no parts but its unions, which are counted here.
      hasParts: parts.length > 0 || whole.saidBy === '',
    };
  },
});
