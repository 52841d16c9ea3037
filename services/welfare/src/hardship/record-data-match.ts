import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { findExclusions } from './exclusions.ts';
import { beginStep, fileStep, viewNow, writeStep } from './hardship-file.ts';
import { MATCH_SOURCES } from './hardship-policy.ts';

const { fileId, expectedVersion, happenedOn } = fileStep;
const findings = {
  homes: count,
  premises: z.boolean(),
  employees: count,
  schoolFeeFen: optionalFen,
  localSchoolFeeFen: optionalFen,
  carValueFen: optionalFen,
  refusedJobs: count,
  vice: z.boolean(),
  falseMaterials: z.boolean(),
};

/** What other registers say: sealed, but for the exclusions that come of it. Refused MATCH_SOURCE_MISSING. */
export const recordDataMatch = command({
  schema: z.strictObject({
    fileId,
    expectedVersion,
    happenedOn,
    matchSources: z.array(code(MATCH_SOURCES)).max(MATCH_SOURCES.length, 'too_many'),
    ...findings,
  }),
  permission: 'welfare.hardship.decide',
  async run(tx, ask): Promise<HardshipFile> {
    const { fileId: one, expectedVersion: _, happenedOn: on, matchSources, ...found } = ask;
    const { file, state } = await beginStep(tx, 'MATCH', ask);
    const needed = welfarePolicy('hardship.match_sources', on);
    const missing = needed.find((source) => !matchSources.includes(source));
    if (missing !== undefined) throw refused('MATCH_SOURCE_MISSING', { source: missing });
    const exclusions = findExclusions(found, welfarePolicy('hardship.exclusions', on));
    const [matched] = await tx.sql<{ no: string }>`
      insert into hardship_match (file_id, union_id, matched_on, sources, findings_sealed, exclusions, matched_by)
      values (${one}, ${file.unionId}, ${on}, ${matchSources}::text[], ''::bytea, ${exclusions}::text[],
        ${tx.actor.id})
      returning match_no as no`;
    const matchNo = matched?.no ?? '';
    const sealed = tx.own.vault.seal(JSON.stringify(found), `hardship.match.${matchNo}`);
    await tx.sql`update hardship_match set findings_sealed = ${sealed} where match_no = ${matchNo}`;
    await tx.sql`update hardship_file set exclusions = ${exclusions}::text[] where file_id = ${one}`;
    await writeStep(tx, file, { step: 'MATCH', state, happenedOn: on });
    return viewNow(tx, one);
  },
});
