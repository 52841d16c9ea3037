import type { PetitionList } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { petitionView, requireMember } from './petition.ts';
import { ANY, findWorkOrders } from './work-order.ts';

/** The caller's own, the newest first. */
export const listMyPetitions = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(100) }),
  permission: 'welfare.my-petition.read',
  async run({ sql, own, actor }, ask): Promise<PetitionList> {
    const { memberId } = requireMember(actor);
    const before = ask.cursor || null;
    const rows = await findWorkOrders(sql, { ...ANY, memberId, before, limit: ask.limit });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => petitionView(row, own.vault)),
      nextCursor: last?.orderId ?? '',
    };
  },
});
