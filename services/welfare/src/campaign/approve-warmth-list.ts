import type { WarmthList } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireNotPayee, writePayout, type NewPayoutLine } from '@gonglian/payout/write-payout.ts';
import { openName } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import {
  lockWarmthList,
  readWholeWarmthList,
  warmthAccountPlace,
  WARMTH_GIFT,
  warmthStep,
} from './warmth-list.ts';

/** By somebody else than who drafted it: refused SAME_PERSON. Finance is asked to pay each person once. */
export const approveWarmthList = command({
  schema: z.strictObject(warmthStep),
  permission: 'welfare.warmth.approve',
  async run(tx, ask): Promise<WarmthList> {
    const { sql, own, actor, now } = tx;
    const list = await lockWarmthList(sql, ask, 'DRAFT');
    if (list.madeBy === actor.id) throw refused('SAME_PERSON', { step: 'DRAFT' });
    const lines = await payeesOf(tx, list.listId);
    requireNotPayee(lines, actor);
    const { unionId, bank, projectCode, sourceCode, documentNo, madeBy } = list;
    const codes = welfarePolicy('payout.codes', chinaDate(now))[WARMTH_GIFT];
    const from = { unionId, bank, projectCode, sourceCode, documentNo, madeBy };
    await writePayout(tx, { ...from, payoutKind: WARMTH_GIFT, codes, lines });
    await sql`
      update warmth_list set state = 'APPROVED', approved_by = ${actor.id}, version = version + 1
      where list_id = ${list.listId}`;
    return readWholeWarmthList(sql, own.vault, list.listId);
  },
});

async function payeesOf({ sql, own }: Tx, listId: string): Promise<NewPayoutLine[]> {
  const rows = await sql<{
    seq: number;
    personId: string;
    name: Buffer;
    account: Buffer;
    bankCode: string;
    amountFen: number;
  }>`
    select l.seq, l.person_id as "personId", p.name_sealed as name, l.account_sealed as account,
      l.bank_code as "bankCode", l.amount_fen::float8 as "amountFen"
    from warmth_line as l join person as p using (person_id) where l.list_id = ${listId} order by l.seq`;
  return rows.map(({ seq, personId, name, account, bankCode, amountFen }) => ({
    recordId: listId,
    recordPart: String(seq),
    payeeKind: 'PERSON',
    payeeName: openName(own.vault, personId, name),
    accountNumber: own.vault.open(account, warmthAccountPlace(listId, seq)),
    bankCode,
    amountFen,
    beneficiaryId: personId,
    memberId: null,
  }));
}
