import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { hazardReported } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { sha256 } from '@gonglian/service/record-fields.ts';
import { author, enterAuthor } from '@gonglian/service/author.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { hazards, hazardView } from './hazard-report.ts';

/** Where it is, what is wrong, and the hash of the picture. */
export const submitHazardReport = command({
  schema: z.strictObject({
    ...author,
    place: text(200),
    content: text(1_000),
    photoSha256: sha256,
  }),
  permission: 'competitions.hazard.submit',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<HazardReport> {
    const { sql, own, emit } = tx;
    const reportedOn = chinaDate(tx.now);
    const { unionId, personId, memberId } = await enterAuthor(tx, ask);
    await requireLivingUnion(sql, unionId);
    const hazardReportId = newId();
    await sql`
      insert into hazard_report (id, union_id, person_id, member_id, place, content, photo_sha256,
        reported_on)
      values (${hazardReportId}, ${unionId}, ${personId}, ${memberId}, ${ask.place}, ${ask.content},
        ${ask.photoSha256}, ${reportedOn})`;
    emit(hazardReported, { hazardReportId, unionId, reportedOn });
    return hazardView(await hazards.read(sql, hazardReportId), own.vault, reportedOn);
  },
});
