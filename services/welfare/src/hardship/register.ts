// A household comes onto the register, changes on it and leaves it: the record and the fact of each, in one place.
import {
  hardshipFileChanged,
  hardshipFileClosed,
  hardshipFileOpened,
} from '@gonglian/contracts/welfare.ts';
import type { Tx } from '../pipeline.ts';
import type { FileRow } from './hardship-file.ts';

type Told = Pick<
  FileRow,
  'fileId' | 'unionId' | 'fileLevel' | 'category' | 'causeGroup' | 'familySize'
>;

interface Event {
  event: 'filed' | 'changed' | 'relieved' | 'closed';
  on: string;
  detail: string;
}

async function writeEvent({ sql }: Pick<Tx, 'sql'>, file: Told, { event, on, detail }: Event) {
  await sql`
    insert into hardship_event (file_id, union_id, event, happened_on, file_level, category, detail, persons)
    values (${file.fileId}, ${file.unionId}, ${event}, ${on}, ${file.fileLevel}, ${file.category}, ${detail},
      ${file.familySize})`;
}

const told = ({ fileId, unionId, fileLevel, category, causeGroup, familySize: persons }: Told) => ({
  fileId,
  unionId,
  fileLevel,
  category,
  causeGroup,
  persons,
});

/** Where it was on the register before it is on it again (返困). */
export async function enterRegister(tx: Tx, file: Told, on: string): Promise<void> {
  const before = await tx.sql`
    select from hardship_event where file_id = ${file.fileId} and event = 'filed' limit 1`;
  const reopened = before.length > 0;
  await tx.sql`
    update hardship_file set filed_on = ${on}, verified_on = ${on}, exit_kind = '', follow_up_until = null
    where file_id = ${file.fileId}`;
  await writeEvent(tx, file, { event: 'filed', on, detail: reopened ? 'REOPENED' : 'FIRST' });
  tx.emit(hardshipFileOpened, { ...told(file), openedOn: on, reopened });
}

/** `before`: what it was filed as until now. */
export async function changeOnRegister(
  tx: Tx,
  file: Told,
  { on, before }: { on: string; before: { fileLevel: string; category: string } },
): Promise<void> {
  const detail = `${before.fileLevel}.${before.category}`;
  if (detail === `${file.fileLevel}.${file.category}`) return;
  await writeEvent(tx, file, { event: 'changed', on, detail });
  tx.emit(hardshipFileChanged, {
    ...told(file),
    changedOn: on,
    fileLevelBefore: before.fileLevel,
    categoryBefore: before.category,
  });
}

/** Out of hardship, or off the register for another reason; told by the level and category it was filed under. */
export async function leaveRegister(
  tx: Tx,
  file: Told,
  { on, relieved, reason }: { on: string; relieved: boolean; reason: string },
): Promise<void> {
  await writeEvent(tx, file, { event: relieved ? 'relieved' : 'closed', on, detail: reason });
  tx.emit(hardshipFileClosed, { ...told(file), closedOn: on, relieved, reason });
}

/** What it counts as on the register: what it was filed as, or changed to at its last verification. */
export async function registeredAs(
  { sql }: Pick<Tx, 'sql'>,
  fileId: string,
): Promise<{ fileLevel: FileRow['fileLevel']; category: FileRow['category'] } | undefined> {
  const [row] = await sql<{
    event: string;
    fileLevel: FileRow['fileLevel'];
    category: FileRow['category'];
  }>`
    select event, file_level as "fileLevel", category from hardship_event where file_id = ${fileId}
    order by event_no desc limit 1`;
  return row === undefined || row.event === 'relieved' || row.event === 'closed' ? undefined : row;
}
