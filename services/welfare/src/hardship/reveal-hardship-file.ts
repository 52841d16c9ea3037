// Health, family and means of a household, for a reason, written down. Who audits the money is shown none of it.
import type {
  HardshipAssessment,
  HouseholdPerson,
  RevealedHardshipFile,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id, text } from '@gonglian/service/fields.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { notePlace, readFile } from './hardship-file.ts';
import { assessedPlace, declarationView, factsPlace, openAssessed } from './household.ts';

const SHOWN_MAX = 200;

export const revealHardshipFile = command({
  schema: z.strictObject({
    fileId: id,
    reasonCode: code(['HOME_VISIT', 'REVIEW', 'VERIFICATION', 'RELIEF', 'INQUIRY']),
    reason: text(200),
  }),
  permission: 'welfare.hardship.reveal',
  async run(tx, { fileId, reasonCode, reason }): Promise<RevealedHardshipFile> {
    const { unionId } = await readFile(tx.sql, fileId);
    const fields = ['people', 'assessments', 'notes'];
    const seen = { entity: 'household', entityId: fileId, unionId, fields, how: 'reveal' } as const;
    await logAccess(tx, [{ ...seen, reasonCode, reason }]);
    const people = await readPeople(tx, fileId);
    const assessments = await readAssessments(tx, fileId);
    return { fileId, people, assessments, notes: await readNotes(tx, fileId) };
  },
});

async function readPeople({ sql, own }: Tx, fileId: string): Promise<HouseholdPerson[]> {
  const rows = await sql<{ personId: string; relation: string; name: Buffer; facts: Buffer }>`
    select h.person_id as "personId", h.relation, p.name_sealed as name, h.facts_sealed as facts
    from household_person as h join person as p using (person_id) where h.file_id = ${fileId}
    order by array_position(array['SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER'], h.relation), h.person_id`;
  return rows.map(({ personId, relation, name, facts }) => {
    const opened = own.vault.open(facts, factsPlace(fileId, personId));
    const { health, occupation } = JSON.parse(opened) as { health: string; occupation: string };
    const personName = openName(own.vault, personId, name);
    return { personId, personName, relation, health, occupation };
  });
}

interface Kept {
  seq: number;
  assessedOn: string;
  orderedBy: string;
  sealed: Buffer;
}

async function readAssessments({ sql, own }: Tx, fileId: string): Promise<HardshipAssessment[]> {
  const rows = await sql<Kept>`
    select seq, assessed_on::text as "assessedOn", ordered_by as "orderedBy", sealed
    from hardship_assessment where file_id = ${fileId} order by seq desc limit ${SHOWN_MAX}`;
  return rows.map(({ sealed, ...kept }) => {
    const assessed = openAssessed(own.vault, sealed, assessedPlace(fileId, kept.seq));
    const { work } = assessed;
    return {
      ...kept,
      category: work.category,
      familySize: work.familySize,
      comparison: work.comparison,
      incomeFen: BigInt(work.incomeFen),
      rigidFen: BigInt(work.rigidFen),
      perHeadMonthFen: BigInt(work.perHeadMonthFen),
      minimumLivingFen: BigInt(work.minimumLivingFen),
      lineFen: BigInt(work.lineFen),
      lossFen: BigInt(work.lossFen),
      lossBasisPoints: BigInt(work.lossBasisPoints),
      lossAboveBasisPoints: BigInt(work.lossAboveBasisPoints),
      declaration: declarationView(assessed),
    };
  });
}

async function readNotes({ sql, own }: { sql: Sql; own: Tx['own'] }, fileId: string) {
  const rows = await sql<{ no: string; step: string; happenedOn: string; sealed: Buffer }>`
    select step_no as no, step, happened_on::text as "happenedOn", note_sealed as sealed
    from hardship_step where file_id = ${fileId} and note_sealed is not null
    order by step_no desc limit ${SHOWN_MAX}`;
  return rows.map(({ no, step, happenedOn, sealed }) => ({
    step,
    happenedOn,
    note: own.vault.open(sealed, notePlace(no)),
  }));
}
