// The reviews up the levels: the township or the system's union, then the assistance centre; each by another person than
// whoever made the file, went to the home or reviewed it below.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { takeDown } from '../notice/shown.ts';
import { requireNoticePassed } from '../notice/write-notice.ts';
import { command, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep, fileStep, readFile, readHands, viewNow, writeStep } from './hardship-file.ts';
import { FILE_LEVELS } from './hardship-policy.ts';
import { enterRegister } from './register.ts';
import { requireAbove, requireAnother, type FileStep } from './steps.ts';

const answered = { ...fileStep, answer: code(['PASSED', 'RETURNED', 'REJECTED']) };
type Answer = 'PASSED' | 'RETURNED' | 'REJECTED';

/** Refused HARDSHIP_REASON_MISSING for a no without one. */
export function stepOf(
  passing: FileStep,
  { answer, note }: { answer: Answer; note: string },
): FileStep {
  if (answer === 'PASSED') return passing;
  if (note === '') throw refused('HARDSHIP_REASON_MISSING');
  return answer === 'RETURNED' ? 'RETURN' : 'REJECT';
}

export const reviewHardshipFile = command({
  schema: z.strictObject(answered),
  permission: 'welfare.hardship.review',
  async run(tx, ask): Promise<HardshipFile> {
    const step = stepOf('REVIEW_ABOVE', ask);
    const { file, state } = await beginStep(tx, step, ask);
    requireAbove(tx.actor, file.unionId);
    requireAnother(tx.actor, await readHands(tx.sql, file.fileId));
    const shown = { subject: 'HARDSHIP_FILE', subjectId: file.fileId } as const;
    if (step === 'REVIEW_ABOVE') await requireNoticePassed(tx.sql, shown, ask.happenedOn);
    else await takeDown(tx.sql, shown, { on: ask.happenedOn, reason: '退回' });
    await writeStep(tx, file, { ...ask, step, state });
    return viewNow(tx, file.fileId);
  },
});

/** At the node: the level of the file is decided, and it is filed unless the node above has to confirm that level. */
export const decideHardshipFile = command({
  schema: z.strictObject({ ...answered, fileLevel: code(['', ...FILE_LEVELS]) }),
  permission: 'welfare.hardship.decide',
  async run(tx, ask): Promise<HardshipFile> {
    const step = stepOf('REVIEW_COUNTY', ask);
    const { file, state } = await beginStep(tx, step, ask);
    requireAnother(tx.actor, await readHands(tx.sql, file.fileId));
    await writeStep(tx, file, { ...ask, step, state });
    if (step === 'REVIEW_COUNTY') await pass(tx, file.fileId, ask);
    return viewNow(tx, file.fileId);
  },
});

/** In the order of refusals: what excludes the household, its means, the level that is left out. */
async function pass(
  tx: Tx,
  fileId: string,
  { fileLevel, happenedOn }: { fileLevel: '' | (typeof FILE_LEVELS)[number]; happenedOn: string },
): Promise<void> {
  const view = await viewNow(tx, fileId);
  const [excluded] = view.exclusions;
  if (excluded !== undefined) throw refused('HARDSHIP_EXCLUDED', { exclusion: excluded });
  if (view.category === 'NONE') throw refused('NOT_IN_HARDSHIP');
  if (fileLevel === '') throw refused('FILE_LEVEL_MISSING');
  await tx.sql`update hardship_file set file_level = ${fileLevel} where file_id = ${fileId}`;
  const above = welfarePolicy('hardship.confirmed_above', happenedOn);
  if (!above.includes(fileLevel)) await putOnRegister(tx, { fileId, happenedOn, documentNo: '' });
}

const { fileId: id, expectedVersion, happenedOn: on } = fileStep;

/** What the node above has answered, by its document. */
export const confirmHardshipFile = command({
  schema: z.strictObject({ fileId: id, expectedVersion, happenedOn: on, documentNo: text(80) }),
  permission: 'welfare.hardship.confirm',
  async run(tx, ask): Promise<HardshipFile> {
    await beginStep(tx, 'FILE', ask);
    requireAnother(tx.actor, await readHands(tx.sql, ask.fileId));
    await putOnRegister(tx, ask);
    return viewNow(tx, ask.fileId);
  },
});

async function putOnRegister(
  tx: Tx,
  { fileId, happenedOn, documentNo }: { fileId: string; happenedOn: string; documentNo: string },
): Promise<void> {
  const row = await readFile(tx.sql, fileId);
  const step = { step: 'FILE' as const, state: 'FILED' as const, happenedOn, documentNo };
  await writeStep(tx, row, step);
  await enterRegister(tx, row, happenedOn);
}
