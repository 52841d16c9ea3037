import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalCode } from '../fields.ts';
import { query } from '../pipeline.ts';
import { Establishment, ESTABLISHMENT_STATES, toMessage } from './establishment.ts';

const ListEstablishments = z.strictObject({
  state: optionalCode(ESTABLISHMENT_STATES),
  cursor: optionalId,
  limit: limit(200),
});

/** The newest first: ids are made in the order of time. */
export const listEstablishments = query({
  schema: ListEstablishments,
  permission: 'organisation.establishment.read',
  async run({ em }, ask) {
    const rows = await em.find(
      Establishment,
      {
        ...(ask.state === '' ? {} : { state: ask.state }),
        ...(ask.cursor === '' ? {} : { id: { $lt: ask.cursor } }),
      },
      { orderBy: { id: 'desc' }, limit: ask.limit + 1, exclude: ['seats', 'covered'] },
    );
    const page = rows.slice(0, ask.limit);
    return {
      items: page.map((row) => toMessage(row as Establishment)),
      nextCursor: rows.length > page.length ? (page.at(-1)?.id ?? '') : '',
    };
  },
});
