import { limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { accountNo, isoTime } from './account.ts';
import { readOpenDuties } from './held-duty.ts';

const ListAccounts = z.strictObject({
  accountNo: z.string().regex(/^(A-\d{6,15})?$/, 'not_an_account_no'),
  // The number of the last account of the page before.
  cursor: z.string().regex(/^\d{0,15}$/, 'not_a_cursor'),
  limit: limit(200),
});

interface Row {
  accountId: string;
  no: string;
  displayName: string;
  firstSeenMs: number;
}

/** Who has logged in here, in the order of the first time. */
export const listAccounts = query({
  schema: ListAccounts,
  permission: 'organisation.account.read',
  async run(tx, ask) {
    const no = ask.accountNo === '' ? null : ask.accountNo.slice(2);
    const rows = await tx.sql<Row>`
      select id as "accountId", no::text as no, display_name as "displayName",
        (extract(epoch from first_seen_at) * 1000)::float8 as "firstSeenMs"
      from account
      where (${no}::bigint is null or account.no = ${no}::bigint)
        and account.no > ${ask.cursor || '0'}::bigint
      order by account.no limit ${ask.limit + 1}`;
    const page = rows.slice(0, ask.limit);
    const ids = page.map((row) => row.accountId);
    const duties = await readOpenDuties(tx, ids);
    const items = page.map(({ accountId, no: number, displayName, firstSeenMs }) => ({
      accountId,
      accountNo: accountNo(number),
      displayName,
      firstSeenAt: isoTime(firstSeenMs),
      duties: duties.get(accountId) ?? [],
    }));
    return { items, nextCursor: rows.length > page.length ? (page.at(-1)?.no ?? '') : '' };
  },
});
