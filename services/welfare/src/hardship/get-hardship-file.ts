import type {
  HardshipFile,
  HardshipFilePage,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Reading } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { fileView, findFiles, notePlace, readFile, viewNow } from './hardship-file.ts';
import { CATEGORIES, FILE_LEVELS } from './hardship-policy.ts';
import { FILE_STATES } from './steps.ts';
import { monthsBefore } from './months.ts';

/** Neither cause nor health nor means. A member reads his own, with why it was returned or refused. */
export const getHardshipFile = query({
  schema: z.strictObject({ fileId: id }),
  permission: 'welfare.hardship.read',
  async run(tx, { fileId }): Promise<HardshipFile> {
    const { memberId } = await readFile(tx.sql, fileId);
    if (memberId === null || memberId !== tx.actor.member) return viewNow(tx, fileId);
    await tx.beyondScope('the steps are of his own file');
    return withAnswers(tx, await viewNow(tx, fileId));
  },
});

/** Of all notes only what the union has answered; only here, where no answer is kept for a repetition. */
async function withAnswers(
  { sql, own }: Pick<Reading, 'sql' | 'own'>,
  file: HardshipFile,
): Promise<HardshipFile> {
  const rows = await sql<{ at: number; no: string; sealed: Buffer }>`
    select s.at, s.no, s.sealed from (
      select (row_number() over (order by step_no))::int - 1 as at, step, step_no as no, note_sealed as sealed
      from hardship_step where file_id = ${file.fileId}) as s
    where s.step in ('RETURN', 'REJECT') and s.sealed is not null`;
  const notes = new Map(
    rows.map(({ at, no, sealed }) => [at, own.vault.open(sealed, notePlace(no))]),
  );
  const steps = file.steps.map((step, at) => ({ ...step, note: notes.get(at) ?? '' }));
  return { ...file, steps };
}

const UNCHANGED = 'UNCHANGED';

/** A member sees those that he has asked for himself; inspectors two lists of those on the register. */
export const listHardshipFiles = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: code(['', ...FILE_STATES]),
    fileLevel: code(['', ...FILE_LEVELS]),
    category: code(['', ...CATEGORIES, 'NONE']),
    inspection: code(['', UNCHANGED, 'NEVER_HELPED']),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.hardship.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, actor, now }, ask): Promise<HardshipFilePage> {
    const today = chinaDate(now);
    const { inspection, unionId, cursor, limit: most, ...of } = ask;
    const rows = await findFiles(sql, {
      ...of,
      unionId: unionId || null,
      memberId: actor.duty === 'member' ? actor.member : null,
      unchangedBefore:
        inspection === UNCHANGED
          ? monthsBefore(today, welfarePolicy('hardship.unchanged_months', today))
          : null,
      neverHelped: inspection === 'NEVER_HELPED',
      before: cursor || null,
      limit: most,
    });
    return {
      items: rows.map((row) => fileView(own.vault, row, actor)),
      nextCursor: rows.length === most ? (rows.at(-1)?.fileId ?? '') : '',
    };
  },
});
