import { newId } from '@gonglian/kernel/id.ts';
import type { Tx } from '../pipeline.ts';
import type { Role } from './ballot.ts';

export interface Elected {
  role: Role;
  holderName: string;
  appointment: string;
}

/** The posts of a term begin on its first day, and those of the term before end on it. */
export async function installOfficers(
  tx: Tx,
  term: { unionId: string; termNo: number; since: string },
  elected: readonly Elected[],
): Promise<void> {
  const { unionId, termNo, since } = term;
  await tx.sql`
    update officer set until = greatest(since, ${since}::date)
    where union_id = ${unionId} and until is null`;
  const rows = elected.map((one) => ({ ...one, id: newId() }));
  await tx.sql`
    insert into officer (id, union_id, term_no, role, holder_name, appointment, since)
    select id, ${unionId}, ${termNo}, role, "holderName", appointment, ${since}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as o(id uuid, role text, "holderName" text, appointment text)`;
}
