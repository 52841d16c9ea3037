import type { RecuperationGuestsList } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findGuests } from './guests.ts';

export const listRecuperationGuests = query({
  schema: z.strictObject({ baseId: id, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.recuperation.read',
  async run({ sql }, ask): Promise<RecuperationGuestsList> {
    const { baseId, cursor, limit: most } = ask;
    const items = await findGuests(sql, { baseId, before: cursor || null, limit: most });
    const last = items.length === most ? items.at(-1) : undefined;
    return { items, nextCursor: last?.guestsId ?? '' };
  },
});
