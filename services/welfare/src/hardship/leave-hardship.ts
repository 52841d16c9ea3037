// A household gets out of hardship, is asked after for months, and comes back where it has fallen back; or it leaves the
// register for another reason.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep, fileStep, readHands, viewNow, writeStep } from './hardship-file.ts';
import { monthsAfter } from './months.ts';
import { leaveRegister, registeredAs } from './register.ts';
import { requireAnother, standing } from './steps.ts';

export const proposeHardshipExit = command({
  schema: z.strictObject({ ...fileStep, exitKind: code(['TEMP_OUT', 'SUBSIDY_OUT', 'OTHER']) }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'PROPOSE_EXIT', ask);
    await tx.sql`
      update hardship_file set exit_kind = ${ask.exitKind} where file_id = ${file.fileId}`;
    await writeStep(tx, file, { ...ask, step: 'PROPOSE_EXIT', state });
    return viewNow(tx, file.fileId);
  },
});

/** By another person than whoever proposed it. Who is out is asked after for so many months. */
export const decideHardshipExit = command({
  schema: z.strictObject({ ...fileStep, answer: code(['PASSED', 'DECLINED']) }),
  permission: 'welfare.hardship.decide',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'EXIT', ask);
    const { fileId } = file;
    requireAnother(tx.actor, await readHands(tx.sql, fileId));
    const { answer, note, happenedOn } = ask;
    if (answer === 'DECLINED') {
      if (note === '') throw refused('HARDSHIP_REASON_MISSING');
      await tx.sql`update hardship_file set exit_kind = '' where file_id = ${fileId}`;
      await writeStep(tx, file, { happenedOn, note, ...standing(file.helpedOn) });
      return viewNow(tx, fileId);
    }
    const until = monthsAfter(happenedOn, welfarePolicy('hardship.follow_up_months', happenedOn));
    await tx.sql`
      update hardship_file set follow_up_until = ${until} where file_id = ${fileId}`;
    await writeStep(tx, file, { happenedOn, note, step: 'EXIT', state });
    const as = await registeredAs(tx, fileId);
    if (as)
      await leaveRegister(
        tx,
        { ...file, ...as },
        { on: happenedOn, relieved: true, reason: file.exitKind },
      );
    return viewNow(tx, fileId);
  },
});

/** Fallen back, it is open again and goes the whole way once more. Refused FOLLOW_UP_OVER after the months are over. */
export const recordHardshipFollowUp = command({
  schema: z.strictObject({
    ...fileStep,
    contact: code(['PHONE', 'VISIT']),
    outcome: code(['STABLE', 'FALLEN_BACK', 'UNREACHED']),
  }),
  permission: 'welfare.hardship.write',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'FOLLOW_UP', ask);
    const { happenedOn, note, contact, outcome } = ask;
    if (happenedOn > file.followUpUntil)
      throw refused('FOLLOW_UP_OVER', { until: file.followUpUntil });
    const documentNo = `${contact}.${outcome}`;
    await writeStep(tx, file, { step: 'FOLLOW_UP', state, happenedOn, note, documentNo });
    if (outcome === 'FALLEN_BACK')
      await writeStep(tx, file, { step: 'REOPEN', state: 'REOPENED', happenedOn });
    return viewNow(tx, file.fileId);
  },
});

/** Off the register, or off the list of those who were on it. */
export const closeHardshipFile = command({
  schema: z.strictObject({
    ...fileStep,
    note: text(1_000),
    closeReason: code(['RETIRED', 'LEFT', 'DECEASED', 'MOVED', 'UNFIT']),
  }),
  permission: 'welfare.hardship.decide',
  async run(tx, ask): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'CLOSE', ask);
    const { closeReason: reason, happenedOn: on } = ask;
    await tx.sql`
      update hardship_file set close_reason = ${reason} where file_id = ${file.fileId}`;
    await writeStep(tx, file, { ...ask, step: 'CLOSE', state });
    const as = await registeredAs(tx, file.fileId);
    if (as) await leaveRegister(tx, { ...file, ...as }, { on, relieved: false, reason });
    return viewNow(tx, file.fileId);
  },
});
