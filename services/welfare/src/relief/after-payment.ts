// After the bank: whoever was paid says so, the file is laid away, and what should not have been paid comes back.
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { reliefRecovered } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { takeDown } from '../notice/shown.ts';
import { command, type Tx } from '../pipeline.ts';
import { beginGrantStep, grantNow, grantStep, REASONS, writeGrantStep } from './grant.ts';
import { TAKEN, type GrantStep } from './steps.ts';
import { giveBack } from './year.ts';

const OnDay = z.strictObject({
  ...grantStep,
  happenedOn: date,
  reasonCode: code(['', ...REASONS]),
});

/** A step that happened on a day: not before the last one, nor in the future. */
async function beginOnDay(tx: Tx, step: GrantStep, ask: z.output<typeof OnDay>) {
  const begun = await beginGrantStep(tx, step, ask);
  decideDay(ask.happenedOn, begun.grant.stoodOn, chinaDate(tx.now));
  return begun;
}

/** By a call or a signature. */
export const confirmRelief = command({
  schema: OnDay,
  permission: 'welfare.relief.confirm',
  async run(tx, ask): Promise<ReliefGrant> {
    const { grant, state } = await beginOnDay(tx, 'CONFIRM', ask);
    await tx.sql`
      update relief_grant set confirmed_on = ${ask.happenedOn} where grant_id = ${grant.grantId}`;
    await writeGrantStep(tx, grant, { ...ask, step: 'CONFIRM', state });
    return grantNow(tx, grant.grantId);
  },
});

export const archiveRelief = command({
  schema: OnDay,
  permission: 'welfare.relief.confirm',
  async run(tx, ask): Promise<ReliefGrant> {
    const { grant, state } = await beginOnDay(tx, 'ARCHIVE', ask);
    await writeGrantStep(tx, grant, { ...ask, step: 'ARCHIVE', state });
    return grantNow(tx, grant.grantId);
  },
});

/** All of it came back, for a reason; the year has room for it again. */
export const recoverRelief = command({
  schema: OnDay,
  permission: 'welfare.relief.recover',
  async run(tx, ask): Promise<ReliefGrant> {
    if (ask.reasonCode === '') throw refused('RELIEF_REASON_MISSING');
    const { grant, state } = await beginOnDay(tx, 'RECOVER', ask);
    const { grantId, unionId, programme, fileLevel, moneySource, amountFen } = grant;
    const recoveredOn = ask.happenedOn;
    await tx.sql`update relief_grant set recovered_on = ${recoveredOn} where grant_id = ${grantId}`;
    await giveBack(tx, grant);
    await writeGrantStep(tx, grant, { ...ask, step: 'RECOVER', state });
    const told = { grantId, unionId, programme, fileLevel, moneySource, recoveredOn };
    tx.emit(reliefRecovered, { ...told, amountFen: BigInt(amountFen) });
    return grantNow(tx, grantId);
  },
});

/** Before it is asked of finance; what it had taken of the year is free again. */
export const rejectRelief = command({
  schema: OnDay,
  permission: 'welfare.relief.approve',
  async run(tx, ask): Promise<ReliefGrant> {
    if (ask.reasonCode === '') throw refused('RELIEF_REASON_MISSING');
    const { grant, state } = await beginGrantStep(tx, 'REJECT', ask);
    if (TAKEN.includes(grant.state)) await giveBack(tx, grant);
    const shown = { subject: 'RELIEF_GRANT', subjectId: grant.grantId } as const;
    await takeDown(tx.sql, shown, { on: ask.happenedOn, reason: '驳回' });
    await writeGrantStep(tx, grant, { ...ask, step: 'REJECT', state });
    return grantNow(tx, grant.grantId);
  },
});
