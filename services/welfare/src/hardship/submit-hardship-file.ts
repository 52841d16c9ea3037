import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { beginStep, fileStep, readFile, viewNow, writeStep } from './hardship-file.ts';
import type { FileStep } from './steps.ts';

/** A member takes his own file's steps that are his; to anybody else it is unknown. */
async function takeOwn(
  tx: Tx,
  step: FileStep,
  ask: z.output<typeof HardshipStepAsk>,
  decide: (category: string) => void,
): Promise<HardshipFile> {
  const asker = { ...tx, actor: { ...tx.actor, member: '' } };
  if (tx.actor.duty === 'member') {
    await readFile(tx.sql, ask.fileId);
    await tx.beyondScope('the step is of his own file');
  }
  const { file, state } = await beginStep(asker, step, ask);
  decide(file.category);
  if (step === 'WITHDRAW')
    await tx.sql`update hardship_file set close_reason = 'WITHDRAWN' where file_id = ${file.fileId}`;
  const { happenedOn, note } = ask;
  await writeStep(tx, file, { step, state, happenedOn, note });
  return viewNow(tx, file.fileId);
}

const HardshipStepAsk = z.strictObject(fileStep);

/** Refused NOT_IN_HARDSHIP where the household is above every line, with the arithmetic kept. */
export const submitHardshipFile = command({
  schema: HardshipStepAsk,
  permission: 'welfare.hardship.open',
  run: (tx, ask) =>
    takeOwn(tx, 'SUBMIT', ask, (category) => {
      if (category === 'NONE') throw refused('NOT_IN_HARDSHIP');
    }),
});

/** Before it is filed; who is on the register leaves it otherwise. */
export const withdrawHardshipFile = command({
  schema: HardshipStepAsk,
  permission: 'welfare.hardship.open',
  run: (tx, ask) => takeOwn(tx, 'WITHDRAW', ask, () => undefined),
});
