// Every year a file is gone through again: the household is declared anew, its category worked out by the line of today,
// and somebody else says that it stands, or that it may leave the register.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { beginStep, fileStep, readHands, viewNow, writeStep } from './hardship-file.ts';
import { changeOnRegister, registeredAs } from './register.ts';
import { requireAnother, standing } from './steps.ts';

const ask = z.strictObject(fileStep);

export const openHardshipVerification = command({
  schema: ask,
  permission: 'welfare.hardship.write',
  async run(tx, asked): Promise<HardshipFile> {
    const { file, state } = await beginStep(tx, 'OPEN_VERIFICATION', asked);
    await writeStep(tx, file, { ...asked, step: 'OPEN_VERIFICATION', state });
    return viewNow(tx, file.fileId);
  },
});

/**
 * It stands. In the order of refusals: declared anew since it was opened, by another person, still below a line: whoever
 * is above it leaves the register by an exit.
 */
export const verifyHardshipFile = command({
  schema: ask,
  permission: 'welfare.hardship.decide',
  async run(tx, asked): Promise<HardshipFile> {
    const { sql } = tx;
    const { file } = await beginStep(tx, 'STAND', asked);
    if (file.state !== 'ANNUAL_VERIFY')
      throw refused('HARDSHIP_STATE_WRONG', { state: file.state });
    await requireDeclaredAnew(sql, file.fileId);
    requireAnother(tx.actor, await readHands(sql, file.fileId));
    if (file.category === 'NONE') throw refused('HARDSHIP_OVER');
    await writeStep(tx, file, { ...asked, ...standing(file.helpedOn) });
    await sql`
      update hardship_file set verified_on = ${asked.happenedOn} where file_id = ${file.fileId}`;
    const before = await registeredAs(tx, file.fileId);
    if (before) await changeOnRegister(tx, file, { on: asked.happenedOn, before });
    return viewNow(tx, file.fileId);
  },
});

async function requireDeclaredAnew(sql: Sql, fileId: string): Promise<void> {
  const declared = await sql`
    select from hardship_step as d where d.file_id = ${fileId} and d.step = 'DECLARE' and d.step_no > (
      select max(o.step_no) from hardship_step as o
      where o.file_id = ${fileId} and o.step = 'OPEN_VERIFICATION') limit 1`;
  if (declared.length === 0) throw refused('VERIFICATION_UNDECLARED');
}
