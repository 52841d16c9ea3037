// The slate of an honour is complete: its structure is checked as a whole, and nothing more is submitted to it.
import type { HonourSlate } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_CODES } from '../honour/honour-policy.ts';
import { getRound } from '../honour/round.ts';
import { command } from '../pipeline.ts';
import { decideShares, readSlate } from './slate.ts';
import { decideDate } from './steps.ts';

/** In the order of refusals: submitted already, empty, the first share that is not met. */
export function decideSlate(slate: HonourSlate): void {
  const { slateSubmittedOn: on, nominations, singleListed, shares } = slate;
  if (on !== '') throw refused('HONOUR_SLATE_SUBMITTED', { on });
  if (nominations + singleListed === 0) throw refused('HONOUR_SLATE_EMPTY');
  decideShares({ shares });
}

export const submitHonourSlate = command({
  schema: z.strictObject({ roundId: id, honourCode: code(HONOUR_CODES), submittedOn: date }),
  permission: 'competitions.honour-slate.submit',
  async run({ sql, now }, ask): Promise<HonourSlate> {
    const { roundId, honourCode, submittedOn } = ask;
    const { openedOn } = await getRound(sql, roundId);
    decideDate(openedOn, submittedOn, chinaDate(now));
    await sql`
      select from honour_category where round_id = ${roundId} and honour_code = ${honourCode}
      for update`;
    decideSlate(await readSlate(sql, ask));
    await sql`
      update honour_category set slate_submitted_on = ${submittedOn}
      where round_id = ${roundId} and honour_code = ${honourCode}`;
    return readSlate(sql, ask);
  },
});
