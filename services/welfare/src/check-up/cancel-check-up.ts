import type { CheckUp } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { forgetBookings } from '../place/place-offer.ts';
import { checkUpStep, lockOpenCheckUp, readCheckUp } from './check-up.ts';

export const cancelCheckUp = command({
  schema: z.strictObject({ ...checkUpStep, reason: text(500) }),
  permission: 'welfare.check-up.write',
  async run(tx, ask): Promise<CheckUp> {
    const { sql } = tx;
    const open = await lockOpenCheckUp(sql, ask);
    await tx.requireUnions([open.unionId]);
    await sql`
      update check_up set state = 'CANCELLED', cancel_reason = ${ask.reason}, version = version + 1
      where check_up_id = ${open.checkUpId}`;
    await forgetBookings(sql, open.checkUpId);
    return readCheckUp(sql, open.checkUpId);
  },
});
