// What is past its day goes: files of imports, rows that will not be taken back any more, imports left lying.
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import type { Own } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';

/** Answers how many imports lost something. */
export async function removeOld({ sql, now }: Pick<Tx<Own>, 'sql' | 'now'>): Promise<number> {
  const today = chinaDate(now);
  const kept = addDays(today, -membershipPolicy('import.kept_days', today));
  const heard = addDays(today, -membershipPolicy('import.idle_days', today));
  const undoHours = membershipPolicy('import.undo_hours', today);
  const idle = await sql<{ id: string }>`
    update import_job set state = 'CANCELLED', version = version + 1, touched_at = ${now}
    where state in ('UPLOADING', 'READ', 'CHECKED') and touched_at < ${heard}::date
    returning id`;
  const chunks = await sql<{ id: string }>`
    delete from import_chunk c using import_job j
    where j.id = c.import_id and (j.state in ('CANCELLED', 'FAILED', 'UNDONE')
      or (j.state = 'DONE' and j.done_at < ${now}::timestamptz - make_interval(hours => ${undoHours})))
    returning j.id`;
  const parts = await sql<{ id: string }>`
    delete from import_part p using import_job j
    where j.id = p.import_id and j.created_at < ${kept}::date
      and j.state in ('DONE', 'UNDONE', 'CANCELLED', 'FAILED')
    returning j.id`;
  await sql`
    update import_job set sheets = null, mapping = null
    where created_at < ${kept}::date and state in ('DONE', 'UNDONE', 'CANCELLED', 'FAILED')
      and (sheets is not null or mapping is not null)`;
  return new Set([...idle, ...chunks, ...parts].map(({ id }) => id)).size;
}
