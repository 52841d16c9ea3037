import type {
  HardshipFile,
  HardshipFilePage,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { fileView, findFiles, readFile, viewNow } from './hardship-file.ts';
import { CATEGORIES, FILE_LEVELS } from './hardship-policy.ts';
import { FILE_STATES } from './steps.ts';
import { monthsBefore } from './months.ts';

/** Neither cause nor health nor means. A member reads his own. */
export const getHardshipFile = query({
  schema: z.strictObject({ fileId: id }),
  permission: 'welfare.hardship.read',
  async run(tx, { fileId }): Promise<HardshipFile> {
    const { memberId } = await readFile(tx.sql, fileId);
    if (memberId !== null && memberId === tx.actor.member)
      await tx.beyondScope('the steps are of his own file');
    return viewNow(tx, fileId);
  },
});

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
