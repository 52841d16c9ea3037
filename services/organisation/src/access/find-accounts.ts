// A clerk who entrusts somebody with something finds his account. Who works at a desk is known there by part of his name;
// of a member only whoever knows his whole name or the number he reads out learns that he has an account.
import type { AccountChoices } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { DUTIES } from '@gonglian/kernel/duty.ts';
import { code } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { accountNo } from './account.ts';
import { readOpenDuties } from './held-duty.ts';

/** More than anybody reads through: whoever is not among them types more. */
const CHOICES_MAX = 20;

const FindAccounts = z
  .strictObject({
    search: z.string().trim().max(60, 'too_long'),
    duty: code(['', ...DUTIES]),
  })
  .refine(({ search, duty }) => search !== '' || !['', 'member'].includes(duty), {
    path: ['search'],
    message: 'required',
  });

export const findAccounts = query({
  schema: FindAccounts,
  permission: 'organisation.account.find',
  async run(tx, { search, duty }): Promise<AccountChoices> {
    await tx.beyondScope('whoever is entrusted with something may be of any unit of the node');
    const no = /^A-(\d{6,15})$/i.exec(search)?.[1] ?? null;
    const rows = await tx.sql<{ accountId: string; no: string; displayName: string }>`
      select a.id as "accountId", a.no::text as no, a.display_name as "displayName" from account as a
      where exists (
          select from duty as d where d.account_id = a.id and d.ended_on is null
            and (${duty} = '' or d.duty = ${duty})
            and (d.duty <> 'member' or a.display_name = ${search} or a.no = ${no}::bigint))
        and (position(lower(${search}) in lower(a.display_name)) > 0 or a.no = ${no}::bigint)
      order by a.display_name, a.no limit ${CHOICES_MAX}`;
    const held = await readOpenDuties(
      tx,
      rows.map(({ accountId }) => accountId),
    );
    const items = rows.map(({ accountId, no: number, displayName }) => {
      const duties = (held.get(accountId) ?? []).map((one) => ({
        duty: one.duty,
        scopeUnionName: one.scopeUnionName,
      }));
      return { accountId, accountNo: accountNo(number), displayName, duties };
    });
    return { items };
  },
});
