import type { AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requireLivingUnion } from '../budget/require-union.ts';
import { command } from '../pipeline.ts';
import { lockRegister } from './asset.ts';
import { countNow } from './asset-count.ts';

/** Everything that the books hold on that day is on the list; nobody has looked at any of it yet. */
export const openAssetCount = command({
  schema: z.strictObject({ unionId: id, countedOn: date }),
  permission: 'finance.asset.register',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, { unionId, countedOn }): Promise<AssetCount> {
    await requireLivingUnion(sql, unionId);
    if (countedOn > chinaDate(now)) throw refused('IN_FUTURE', { date: countedOn });
    await lockRegister(sql, unionId);
    const [open] = await sql`
      select from asset_count where union_id = ${unionId} and state in ('OPEN', 'FINISHED')`;
    if (open) throw refused('ASSET_COUNT_WAITS');
    const countId = newId();
    await sql`
      insert into asset_count (id, union_id, counted_on, opened_by)
      values (${countId}, ${unionId}, ${countedOn}, ${actor.id})`;
    // What somebody has proposed to let go is decided there, and not here.
    await sql`
      insert into asset_count_line (count_id, asset_id, union_id)
      select ${countId}, id, union_id from asset
      where union_id = ${unionId} and state in ('IN_USE', 'IDLE') and added_on <= ${countedOn}`;
    return countNow(sql, countId);
  },
});
