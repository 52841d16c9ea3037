import type {
  MutualAidEnrolment,
  MutualAidEnrolmentPage,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { id, limit, optionalId } from '@gonglian/service/fields.ts';
import { shownName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readBatch } from './enrolment.ts';

/** Whoever is on a list. */
export const listMutualAidEnrolments = query({
  schema: z.strictObject({ batchId: id, cursor: optionalId, limit: limit(1_000, 200) }),
  permission: 'welfare.mutual-aid-enrolment.read',
  async run({ sql, own }, { batchId, cursor, limit: most }): Promise<MutualAidEnrolmentPage> {
    await readBatch(sql, batchId);
    const rows = await sql<
      Omit<MutualAidEnrolment, 'personNameMasked' | 'givenFen'> & {
        personId: string;
        name: Buffer;
        givenFen: string;
      }
    >`
      select e.enrolment_id as "enrolmentId", e.person_id as "personId", p.name_sealed as name, e.insurance,
        e.given_fen::text as "givenFen"
      from mutual_enrolment as e join person as p using (person_id)
      where e.batch_id = ${batchId} and (${cursor || null}::uuid is null or e.enrolment_id > ${cursor || null}::uuid)
      order by e.enrolment_id limit ${most}`;
    return {
      items: rows.map(({ personId, name, givenFen, ...row }) => ({
        ...row,
        personNameMasked: shownName(own.vault, personId, name),
        givenFen: BigInt(givenFen),
      })),
      nextCursor: rows.length === most ? (rows.at(-1)?.enrolmentId ?? '') : '',
    };
  },
});
