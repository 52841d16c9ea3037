// What a household and a person have had in a year. Whoever takes of it holds the row of the household and that of the
// person until his transaction ends, so that two approvals at once do not both see the same room.
import type { Tx } from '../pipeline.ts';
import { decideCaps, type Used } from './decide-relief.ts';
import type { ProgrammeRule } from './relief-policy.ts';

interface Taker {
  fileId: string;
  personId: string;
  programme: string;
  grantYear: number;
  amountFen: number;
}
interface Limits {
  rule: ProgrammeRule;
  capFen: number;
  yearMax: { householdFen: number; personFen: number };
  isSingle: boolean;
}

const ALL = '';
const ownersOf = ({ fileId, personId }: Taker) =>
  [fileId, personId].filter((one) => one !== '').toSorted();

/** Takes the amount of the year, or refuses as decideCaps does. */
export async function takeOfYear(tx: Tx, taker: Taker, limits: Limits): Promise<void> {
  const used = await lockYear(tx, taker, limits.rule);
  decideCaps(taker.amountFen, used, limits);
  await addToYear(tx, taker);
}

/** What came back or was never paid may be had again. */
export async function giveBack({ sql }: Tx, taker: Taker): Promise<void> {
  const owners = ownersOf(taker);
  await sql`
    select from relief_year where owner_id = any(${owners}::uuid[]) and grant_year = ${taker.grantYear}
      and programme = ${ALL} order by owner_id for update`;
  await sql`
    update relief_year set used_fen = used_fen - ${taker.amountFen}::bigint
    where owner_id = any(${owners}::uuid[]) and grant_year = ${taker.grantYear}
      and programme in (${ALL}, ${taker.programme})`;
}

interface Row {
  owner: string;
  programme: string;
  fen: number;
}

async function lockYear({ sql }: Tx, taker: Taker, { capOf }: ProgrammeRule): Promise<Used> {
  const { fileId, personId, programme, grantYear } = taker;
  const owners = ownersOf(taker);
  await sql`
    insert into relief_year (owner_id, grant_year, programme, used_fen)
    select owner, ${grantYear}::int, ${ALL}::text, 0 from unnest(${owners}::uuid[]) as o(owner) order by owner
    on conflict do nothing`;
  await sql`
    select from relief_year where owner_id = any(${owners}::uuid[]) and grant_year = ${grantYear}
      and programme = ${ALL} order by owner_id for update`;
  const rows = await sql<Row>`
    select owner_id as owner, programme, used_fen::float8 as fen from relief_year
    where owner_id = any(${owners}::uuid[]) and grant_year = ${grantYear}`;
  const of = (owner: string, one: string) =>
    rows.find((row) => row.owner === owner && row.programme === one)?.fen ?? 0;
  return {
    programmeFen: of(capOf === 'HOUSEHOLD' ? fileId : personId, programme),
    householdFen: of(fileId, ALL),
    personFen: of(personId, ALL),
    otherProgrammes: rows.filter(
      (row) => row.owner === fileId && ![ALL, programme].includes(row.programme) && row.fen > 0,
    ).length,
  };
}

async function addToYear({ sql }: Tx, taker: Taker): Promise<void> {
  const { programme, grantYear, amountFen } = taker;
  await sql`
    insert into relief_year as y (owner_id, grant_year, programme, used_fen)
    select owner, ${grantYear}::int, part, ${amountFen}::bigint
    from unnest(${ownersOf(taker)}::uuid[]) as o(owner), unnest(array[${ALL}::text, ${programme}::text]) as p(part)
    order by owner, part
    on conflict (owner_id, grant_year, programme) do update set used_fen = y.used_fen + excluded.used_fen`;
}
