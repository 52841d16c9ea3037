// Who mediates, represents and advises: the roster of a room (rows 137, 139). The name is sealed; whoever works here reads it.
import type { Professional } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';

export const PROFESSIONS = [
  'LAWYER',
  'MEDIATOR',
  'PSYCHOLOGIST',
  'LABOUR_RELATIONS',
  'SOCIAL_WORKER',
] as const;
type Profession = (typeof PROFESSIONS)[number];

export const professionalPlace = (id: string) => `professional.name.${id}`;

interface Wanted {
  id?: string;
  unionId?: string | null;
  profession?: string | null;
  firmName?: string | null;
  onDutyOn?: CalendarDate | null;
  before?: string | null;
  limit: number;
}

export interface ProfessionalRow extends Omit<Professional, 'professionalName' | 'clientCount'> {
  nameSealed: Buffer;
  clientUsccs: string[];
}

/** The newest first. */
export function findProfessionals(sql: Sql, of: Wanted): Promise<ProfessionalRow[]> {
  const { id = null, unionId = null, profession = null, firmName = null, onDutyOn = null } = of;
  const { before = null, limit } = of;
  return sql<ProfessionalRow>`
    select p.id as "professionalId", p.union_id as "unionId", u.name as "unionName",
      p.name_sealed as "nameSealed", p.profession, p.firm_name as "firmName", p.licence_no as "licenceNo",
      p.appointed_on::text as "appointedOn", coalesce(p.ended_on::text, '') as "endedOn",
      p.client_usccs as "clientUsccs", p.duty_weekdays as "dutyWeekdays"
    from professional as p join known_union as u using (union_id)
    where (${id}::uuid is null or p.id = ${id}::uuid)
      and (${unionId}::uuid is null or p.union_id = ${unionId}::uuid)
      and (${profession}::text is null or p.profession = ${profession}::text)
      and (${firmName}::text is null or p.firm_name = ${firmName}::text)
      and (${onDutyOn}::date is null or (extract(isodow from ${onDutyOn}::date)::int = any(p.duty_weekdays)
        and p.appointed_on <= ${onDutyOn}::date and coalesce(p.ended_on > ${onDutyOn}::date, true)))
      and (${before}::uuid is null or p.id < ${before}::uuid)
    order by p.id desc limit ${limit}`;
}

export function professionalView(
  { nameSealed, clientUsccs, ...row }: ProfessionalRow,
  vault: Vault,
): Professional {
  const professionalName = vault.open(nameSealed, professionalPlace(row.professionalId));
  return { ...row, professionalName, clientCount: clientUsccs.length };
}

/** In the order of refusals: PROFESSIONAL_UNKNOWN, PROFESSIONAL_OTHER, PROFESSIONAL_ENDED. */
export async function requireOnRoster(
  sql: Sql,
  professionalId: string,
  profession: Profession,
  on: CalendarDate,
): Promise<ProfessionalRow> {
  const [row] = await findProfessionals(sql, { id: professionalId, limit: 1 });
  if (!row) throw notFound('PROFESSIONAL_UNKNOWN', { professionalId });
  if (row.profession !== profession)
    throw refused('PROFESSIONAL_OTHER', { profession: row.profession });
  const isOver = row.endedOn !== '' && row.endedOn <= on;
  if (isOver || on < row.appointedOn) throw refused('PROFESSIONAL_ENDED', { on });
  return row;
}
