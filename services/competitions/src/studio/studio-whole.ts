// A studio with its members, where it is named, what has become of it, what it reported and what it was given.
import type {
  Studio,
  StudioFunding,
  StudioNaming,
  StudioReport,
  StudioStepTaken,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';
import { readStudio, studioView } from './studio.ts';

/** A studio is stepped, reported on and paid some times a year. */
const ROWS_MAX = 500;

export async function readWholeStudio(sql: Sql, vault: Vault, studioId: string): Promise<Studio> {
  const row = await readStudio(sql, studioId);
  const members = await sql<{ personId: string; nameSealed: Buffer }>`
    select person_id as "personId", name_sealed as "nameSealed"
    from studio_member join person using (person_id)
    where studio_id = ${studioId} order by person_id limit ${ROWS_MAX}`;
  const namings = await sql<StudioNaming>`
    select level, named_on::text as "namedOn", document_no as "documentNo"
    from studio_naming where studio_id = ${studioId} order by named_on limit ${ROWS_MAX}`;
  const steps = await sql<StudioStepTaken>`
    select state, step_on::text as "stepOn", note, document_no as "documentNo",
      evidence_sha256 as "evidenceSha256", acted_by as "actedBy"
    from studio_step where studio_id = ${studioId} order by no limit ${ROWS_MAX}`;
  return {
    ...studioView(row, vault),
    memberNamesMasked: members.map((one) => shownName(vault, one.personId, one.nameSealed)),
    namings,
    steps,
    reports: await readReports(sql, studioId),
    fundings: await readFundings(sql, studioId),
  };
}

async function readReports(sql: Sql, studioId: string): Promise<StudioReport[]> {
  type Row = Omit<StudioReport, 'benefitFen'> & { benefitFen: number };
  const rows = await sql<Row>`
    select year, project_title as "projectTitle", project_document_no as "projectDocumentNo",
      result_text as "resultText", benefit_fen::float8 as "benefitFen", patents, apprentices,
      reported_on::text as "reportedOn", evidence_sha256 as "evidenceSha256"
    from studio_report where studio_id = ${studioId} order by year desc limit ${ROWS_MAX}`;
  return rows.map((row) => ({ ...row, benefitFen: BigInt(row.benefitFen) }));
}

async function readFundings(sql: Sql, studioId: string): Promise<StudioFunding[]> {
  type Row = Omit<StudioFunding, 'amountFen'> & { amountFen: number };
  const rows = await sql<Row>`
    select level, reason, amount_fen::float8 as "amountFen", document_no as "documentNo",
      ordered_by as "orderedBy", funded_on::text as "fundedOn",
      payout_state('STUDIO_FUNDING', studio_id::text, level || '/' || reason || '/' || funded_on::text)
        as "payoutState"
    from studio_funding where studio_id = ${studioId} order by funded_on desc limit ${ROWS_MAX}`;
  return rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) }));
}
