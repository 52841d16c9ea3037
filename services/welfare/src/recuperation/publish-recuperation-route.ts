import { recuperationRoutePublished } from '@gonglian/contracts/welfare.ts';
import type { RecuperationRoute } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findRoutes } from './route.ts';

const BASES_MAX = 20;

/** Refused RECUPERATION_BASE_LAPSED where one of its bases does not stand on that day. */
export const publishRecuperationRoute = command({
  schema: z.strictObject({
    unionId: id,
    routeName: text(100),
    days: count.min(1, 'required').max(30, 'too_large'),
    baseIds: z.array(id).min(1, 'required').max(BASES_MAX, 'too_many'),
    publishedOn: date,
    documentNo: text(100),
  }),
  permission: 'welfare.recuperation-base.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<RecuperationRoute> {
    const { unionId, publishedOn } = ask;
    decideDay(publishedOn, '', chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const baseIds = [...new Set(ask.baseIds)];
    const standing = await sql`
      select from recuperation_base where base_id = any(${baseIds}::uuid[])
        and ${publishedOn}::date between accredited_on and expires_on and ended_on is null`;
    if (standing.length < baseIds.length) throw refused('RECUPERATION_BASE_LAPSED');
    const routeId = newId();
    await sql`
      insert into recuperation_route (route_id, union_id, name, days, base_ids, published_on, document_no)
      values (${routeId}, ${unionId}, ${ask.routeName}, ${ask.days}, ${baseIds}::uuid[], ${publishedOn},
        ${ask.documentNo})`;
    emit(recuperationRoutePublished, { routeId, unionId, publishedOn });
    const [route] = await findRoutes(sql, { id: routeId, limit: 1 });
    if (!route) throw notFound('RECUPERATION_ROUTE_UNKNOWN', { routeId });
    return route;
  },
});
