// Search over sealed records: by a name's characters, initials, a phone's last digits, a member number or a whole
// document number. Keyed tokens find the rows; what they find is opened and compared before it is shown.
import type { MemberList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, limit, optionalId, text } from '@gonglian/service/fields.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { query, type Own, type Sql } from '../pipeline.ts';
import { askedUnions, FIRST_ID, stateFilter, type AskedUnions } from './member-filter.ts';
import { findMemberRows, memberViews, type MemberRow } from './member-row.ts';
import { findByNumber } from './number-search.ts';
import { openPerson } from './person.ts';
import { decideQuestions, type Question } from './search-question.ts';
import { tokensOf } from './search-tokens.ts';

const TEXT_CHARS_MAX = 80;
const PAGE_MAX = 50;
/** Pages whose rows all turned out to be somebody else; after so many the cursor goes on. */
const ROUNDS_MAX = 4;

const FindMembers = z.strictObject({
  text: text(TEXT_CHARS_MAX),
  unionId: optionalId,
  state: stateFilter,
  cursor: cursor.pipe(optionalId),
  limit: limit(PAGE_MAX),
});
type FindMembers = z.output<typeof FindMembers>;
type Asked = AskedUnions & Pick<FindMembers, 'state' | 'cursor' | 'limit'>;

interface Found {
  rows: MemberRow[];
  nextCursor: string;
}

export const findMembers = query({
  schema: FindMembers,
  permission: 'membership.member.find',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MemberList> {
    const questions = decideQuestions(ask.text);
    const asked = { ...ask, ...(await askedUnions(tx, ask.unionId)) };
    let found: Found = { rows: [], nextCursor: '' };
    for (const question of questions) {
      found = await answer(tx, question, asked);
      if (found.rows.length > 0 || found.nextCursor !== '') break;
    }
    return { items: await memberViews(tx, found.rows), nextCursor: found.nextCursor };
  },
});

async function answer(tx: Reading<Own>, question: Question, asked: Asked): Promise<Found> {
  if (question.by === 'keys') return findByKeys(tx, question, asked);
  // At most a few can have one number: they are one page, and no page follows it.
  if (asked.cursor !== '') return { rows: [], nextCursor: '' };
  const rows = await findByNumber(tx, question, (row) => isAsked(row, asked));
  return { rows, nextCursor: '' };
}

function isAsked({ unionId, state }: MemberRow, asked: Asked): boolean {
  const ofUnion = asked.unions === null || asked.unions.includes(unionId);
  return ofUnion && (asked.state === '' || asked.state === state);
}

async function findByKeys(
  { sql, own }: Reading<Own>,
  question: Question & { by: 'keys' },
  asked: Asked,
): Promise<Found> {
  const tokens = tokensOf(
    own.vault,
    question.keys.filter((key) => key !== undefined),
  );
  const keys = own.vault.openingKeys();
  const rows: MemberRow[] = [];
  let after = asked.cursor || FIRST_ID;
  for (let round = 1; ; round += 1) {
    const ids = await findPage(sql, tokens, { ...asked, cursor: after });
    const opened = await findMemberRows(sql, ids);
    for (const row of opened) {
      if (rows.length === asked.limit) return { rows, nextCursor: rows.at(-1)?.memberId ?? '' };
      if (question.fits(openPerson(keys, row.memberId, row.sealed))) rows.push(row);
    }
    after = ids.at(-1) ?? after;
    if (ids.length <= asked.limit) return { rows, nextCursor: '' };
    if (round === ROUNDS_MAX) return { rows, nextCursor: after };
  }
}

/**
 * One id more than a page, of members who have every token, in the order of ids. A filter that is null folds away when
 * the statement is planned; the planner knows which tokens are common, and whether few members or few tokens come first.
 */
async function findPage(sql: Sql, tokens: readonly string[], asked: Asked): Promise<string[]> {
  const [one, other] = tokens;
  const { unions, from, cursor: after } = asked;
  const state = asked.state || null;
  const wanted = asked.limit + 1;
  const rows =
    other === undefined
      ? await sql<{ id: string }>`
          select t.member_id as id from member_token t
          join membership m on m.member_id = t.member_id
          where t.token = ${one}::bigint
            and t.member_id > ${after}::uuid and t.member_id >= ${from}::uuid
            and (${unions}::uuid[] is null or m.union_id = any(${unions}::uuid[]))
            and (${state}::text is null or m.state = ${state}::text)
          order by t.member_id limit ${wanted}`
      : await sql<{ id: string }>`
          select t.member_id as id from member_token t
          join member_token o on o.member_id = t.member_id and o.token = ${other}::bigint
          join membership m on m.member_id = t.member_id
          where t.token = ${one}::bigint
            and t.member_id > ${after}::uuid and t.member_id >= ${from}::uuid
            and (${unions}::uuid[] is null or m.union_id = any(${unions}::uuid[]))
            and (${state}::text is null or m.state = ${state}::text)
          order by t.member_id limit ${wanted}`;
  return rows.map(({ id }) => id);
}
