import type {
  TrainingClass,
  TrainingEnrolment,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';
import { readClass } from './training-class.ts';

const PEOPLE_MAX = 10_000;

/** A class with who is in it, by masked names. */
export async function readWholeClass(
  sql: Sql,
  vault: Vault,
  trainingClassId: string,
): Promise<TrainingClass> {
  const row = await readClass(sql, trainingClassId);
  const people = await sql<{ personId: string; nameSealed: Buffer; completed: boolean }>`
    select person_id as "personId", name_sealed as "nameSealed", completed
    from training_enrolment join person using (person_id)
    where class_id = ${trainingClassId} order by person_id limit ${PEOPLE_MAX}`;
  const enrolments = people.map(({ personId, nameSealed, completed }): TrainingEnrolment => {
    return { personId, personNameMasked: shownName(vault, personId, nameSealed), completed };
  });
  return { ...row, enrolments };
}
