// What the level that gave money for a project has bound it to (domain §5.6): accounts it may be spent on, until when.
import type { EarmarkedFund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export interface Earmark {
  settlementId: string;
  project: string;
  docNo: string;
  purpose: string;
  permittedCodes: string[];
  deadline: CalendarDate;
  receivedFen: number;
  receivedOn: CalendarDate;
}

/**
 * Within a project money is one, so one transfer that allows the account today is enough; a project without a transfer is
 * bound by its budget alone. Refused ACCOUNT_NOT_PERMITTED, EARMARK_OVER.
 */
export function decideEarmarks(
  accountCode: string,
  projects: readonly string[],
  earmarks: readonly Pick<Earmark, 'project' | 'permittedCodes' | 'deadline'>[],
  today: CalendarDate,
): void {
  for (const project of new Set(projects)) {
    const bound = earmarks.filter((one) => one.project === project);
    if (bound.length === 0) continue;
    const permitting = bound.filter(({ permittedCodes }) => permittedCodes.includes(accountCode));
    if (permitting.length === 0) throw refused('ACCOUNT_NOT_PERMITTED', { project, accountCode });
    const last = permitting.reduce((late, one) => (one.deadline > late ? one.deadline : late), '');
    if (last < today) throw refused('EARMARK_OVER', { project, deadline: last });
  }
}

/** More special transfers than any union receives. */
const EARMARKS_MAX = 10_000;

/** What a union received for projects, the oldest first. */
export function findEarmarks(sql: Sql, unionId: string): Promise<Earmark[]> {
  return sql<Earmark>`
    select settlement_id as "settlementId", project, doc_no as "docNo", purpose,
      permitted_codes as "permittedCodes", deadline::text, received_fen::float8 as "receivedFen",
      answered_on::text as "receivedOn"
    from settlement
    where union_id = ${unionId} and direction = 'IN' and kind = 'SPECIAL_TRANSFER' and state = 'RECEIVED'
    order by answered_on, settlement_id limit ${EARMARKS_MAX}`;
}

export async function requirePermitted(
  sql: Sql,
  { unionId, accountCode }: { unionId: string; accountCode: string },
  projects: readonly string[],
  today: CalendarDate,
): Promise<void> {
  if (projects.every((project) => project === '')) return;
  decideEarmarks(accountCode, projects, await findEarmarks(sql, unionId), today);
}

export function earmarkView({ receivedFen, ...rest }: Earmark): EarmarkedFund['transfers'][number] {
  const { settlementId, docNo, purpose, permittedCodes, deadline, receivedOn } = rest;
  const amounts = { receivedFen: BigInt(receivedFen) };
  return { settlementId, docNo, purpose, permittedCodes, deadline, receivedOn, ...amounts };
}
