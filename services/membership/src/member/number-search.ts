// Members by a whole number: of the member, or of the document that names the person.
import { logAccess } from '@gonglian/service/access-log.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import type { Own, Sql } from '../pipeline.ts';
import { findMemberRows, type MemberRow } from './member-row.ts';
import { possibleHashes } from './person.ts';
import type { Question } from './search-question.ts';

/** At most a few have one number. */
export async function findByNumber(
  tx: Reading<Own>,
  question: Exclude<Question, { by: 'keys' }>,
  isAsked: (row: MemberRow) => boolean,
): Promise<MemberRow[]> {
  const ids =
    question.by === 'member_no'
      ? await findMemberNo(tx.sql, question.memberNo)
      : await findDocuments(tx, question.numbers);
  const rows = (await findMemberRows(tx.sql, ids)).filter(isAsked);
  // Only a whole document number tells the reader something sensitive of somebody: that this person is a member.
  if (question.by === 'document') {
    const plain = { entity: 'member', fields: ['id_number'], how: 'search' } as const;
    const seen = rows.map(({ memberId: entityId, unionId }) => ({ ...plain, entityId, unionId }));
    await logAccess(
      tx,
      seen.map((one) => ({ ...one, reasonCode: '', reason: '' })),
    );
  }
  return rows;
}

async function findMemberNo(sql: Sql, memberNo: string): Promise<string[]> {
  const rows = await sql<{ memberId: string }>`
    select member_id as "memberId" from membership where member_no = ${memberNo}`;
  return rows.map(({ memberId }) => memberId);
}

async function findDocuments({ sql, own }: Reading<Own>, numbers: string[]): Promise<string[]> {
  const hashes = numbers.flatMap((number) => possibleHashes(own.vault, number));
  const rows = await sql<{ id: string }>`
    select id from person where identity_hash = any(${hashes}::bytea[])`;
  return rows.map(({ id }) => id);
}
