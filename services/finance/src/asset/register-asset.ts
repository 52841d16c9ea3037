import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson } from '@gonglian/kernel/hash.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalDate, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { SOURCES } from '../budget/budget-line.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { decideList } from '../payment/check-list.ts';
import { requirePermitted } from '../payment/earmark.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { writePayment } from '../payment/write-payment.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { bank } from '../receipt/fields.ts';
import {
  assetView,
  decideClass,
  readAsset,
  requireFreeNumbers,
  sealCustodian,
  thing,
} from './asset.ts';

/** Capital spending; the same amount becomes an asset when the bank has paid (domain §5.7). */
const ACCOUNT = '507';
const PURPOSE = 'ASSET';

const RegisterAsset = z.strictObject({
  unionId: id,
  ...thing,
  custodian: payeeName,
  usage: text(80),
  documentNo: text(100),
  addedOn: optionalDate,
  purchase: z
    .strictObject({
      bank,
      projectCode: optionalText(40),
      sourceCode: code(SOURCES),
      payeeName,
      accountNumber,
      bankCode,
    })
    .optional(),
});
type RegisterAsset = z.output<typeof RegisterAsset>;
type Purchase = NonNullable<RegisterAsset['purchase']>;

/** The day that is said: of what is taken over, and never of what is bought, which is the union's when it is paid. */
export function decideAddition(
  { addedOn, purchase }: Pick<RegisterAsset, 'addedOn' | 'purchase'>,
  today: string,
): 'ORDERED' | 'PROPOSED' {
  const wrong = purchase ? addedOn !== '' : addedOn === '';
  if (wrong)
    throw invalid('FIELD_INVALID', { field: 'addedOn', rule: purchase ? 'not_yours' : 'required' });
  if (addedOn > today) throw refused('IN_FUTURE', { date: addedOn });
  return purchase ? 'ORDERED' : 'PROPOSED';
}

/** What is bought is a payment like any other: three persons sign it, the budget allows it, the bank answers it. */
export const registerAsset = command({
  schema: RegisterAsset,
  permission: 'finance.asset.register',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Asset> {
    const { sql, own, actor, now } = tx;
    const { unionId, purchase } = ask;
    const today = chinaDate(now);
    await requireLivingUnion(sql, unionId);
    const state = decideAddition(ask, today);
    decideClass(ask, financePolicy('asset.classes', ask.addedOn || today));
    await requireFreeNumbers(sql, unionId, [ask.assetNo]);
    const assetId = newId();
    const paymentId = purchase ? await askPayment(tx, assetId, ask, purchase) : null;
    await sql`
      insert into asset (id, union_id, asset_no, class, name, place, custodian, usage, ownership,
        value_fen, life_months, added_on, document_no, state, payment_id, registered_by)
      values (${assetId}, ${unionId}, ${ask.assetNo}, ${ask.assetClass}, ${ask.assetName},
        ${ask.place}, ${sealCustodian(own.vault, assetId, ask.custodian)}, ${ask.usage},
        ${ask.ownership}, ${ask.valueFen}, ${ask.lifeMonths}, ${ask.addedOn || null},
        ${ask.documentNo}, ${state}, ${paymentId}, ${actor.id})`;
    return assetView(own.vault, await readAsset(sql, assetId));
  },
});

async function askPayment(
  tx: Tx,
  assetId: string,
  { unionId, assetNo, assetName, valueFen }: RegisterAsset,
  { projectCode, bank: account, ...payee }: Purchase,
): Promise<string> {
  const today = chinaDate(tx.now);
  await requirePermitted(tx.sql, { unionId, accountCode: ACCOUNT }, [projectCode], today);
  const title = `购置资产 ${assetNo} ${assetName}`.slice(0, 100);
  const line = {
    ...payee,
    payeeKind: 'UNIT',
    amountFen: valueFen,
    purpose: assetName.slice(0, 60),
    projectCode,
    beneficiaryId: assetId,
  } as const;
  const head = { lineCount: 1, totalFen: valueFen, title, purposeCode: PURPOSE };
  decideList(head, [line], {
    linesMax: 1,
    lineMaxFen: financePolicy('payment.line_max_fen', today),
    purposes: [PURPOSE],
    prohibitions: financePolicy('spending.prohibitions', today),
    festivalCash: false,
  });
  return writePayment(tx, {
    unionId,
    bank: account,
    fiscalYear: Number(today.slice(0, 4)),
    accountCode: ACCOUNT,
    purposeCode: PURPOSE,
    title,
    sourceService: 'asset',
    sourceId: assetId,
    requestHash: tx.own.vault.blindIndex('payment_request', canonicalJson({ assetId })),
    reissuesPaymentId: null,
    dueOn: addDays(today, financePolicy('payment.due_days', today)),
    lines: [{ ...line, sourceSeq: 1, upperFen: 0, reissueOf: null }],
  });
}
