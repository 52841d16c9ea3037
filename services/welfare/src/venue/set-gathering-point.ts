import type { GatheringPoint } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { count, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { latitudeE6, longitudeE6 } from './venue-fields.ts';

/** Of the same name it is the same point, and is set anew; without workers it is one no more. */
export const setGatheringPoint = command({
  schema: z.strictObject({
    unionId: id,
    pointName: text(100),
    latitudeE6,
    longitudeE6,
    workers: count.max(10_000_000, 'too_large'),
  }),
  permission: 'welfare.venue.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<GatheringPoint> {
    const { unionId, pointName } = ask;
    await requireLivingUnion(sql, unionId);
    const [point] = await sql<{ pointId: string }>`
      insert into gathering_point (point_id, union_id, name, latitude_e6, longitude_e6, workers)
      values (${newId()}, ${unionId}, ${pointName}, ${ask.latitudeE6}, ${ask.longitudeE6}, ${ask.workers})
      on conflict (union_id, name) do update set latitude_e6 = excluded.latitude_e6,
        longitude_e6 = excluded.longitude_e6, workers = excluded.workers
      returning point_id as "pointId"`;
    return { pointId: point?.pointId ?? '', ...ask };
  },
});
