// The money of the year's care through the books. A list of names is asked of finance by welfare once it is approved, and
// counts when the bank has paid it; what was taken over from old lists is paid by the same persons and sums.
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { inParallel } from '../node-api.ts';
import {
  accountOf,
  claimsOf,
  departmentsOf,
  livingOf,
  medicsOf,
  placeName,
  reliefOf,
  type CareDesk,
  type Receiver,
} from './care-desk.ts';
import { PRICES } from './care-plan.ts';
import {
  DEPARTMENTS_PAID_ON,
  LIVING_PAID_ON,
  MEDICS_PAID_ON,
  type WarmthDraft,
} from './care-visits.ts';
import { BANK, type Desk } from './fund-desk.ts';
import { findPayments, pay, type Paying } from './payments.ts';
import { namedId } from './random.ts';
import { sha256, unionFor } from './record-desk.ts';

/** Rights protection, by what finance is asked with for the same (domain §5.7); check-ups are other services. */
const WARMTH = { accountCode: '50405', purposeCode: 'SEND_WARMTH' };
const RELIEF = { accountCode: '50404', purposeCode: 'RELIEF' };
const MUTUAL_AID = { accountCode: '50406', purposeCode: 'MUTUAL_AID' };
const SERVICES = { accountCode: '50305', purposeCode: 'OPERATIONS' };

const GRANTS_PAID_ON = '2020-01-17';
const WAIT_MS = 200;
const WAITS_MAX = 600;

interface Line {
  payeeKind: 'PERSON' | 'UNIT';
  payeeName: string;
  accountNumber: string;
  bankCode: string;
  amountFen: number;
  beneficiaryId: string;
}
interface List {
  title: string;
  accountCode: string;
  purposeCode: string;
  paidOn: string;
  lines: Line[];
}

/** Answers how many payments there were. */
export async function payCare(
  desk: Desk,
  care: CareDesk,
  drafts: readonly WarmthDraft[],
): Promise<number> {
  const lists = listsOf(care);
  await setBudget(desk, care, lists);
  await inParallel(drafts, 4, (draft) => approve(care, draft));
  await inParallel(lists, 2, (list) => payList(desk, care, list));
  await payGrants(desk, care, drafts.length);
  return lists.length + drafts.length;
}

/** What the federation pays by lists of its own. */
const listsOf = (care: CareDesk): List[] =>
  [...bought(care), ...givenInTheEpidemic(care), ...ofOldLists(care)].filter(
    ({ lines }) => lines.length > 0,
  );

function bought(care: CareDesk): List[] {
  const { spring, summer, epidemic, womenChecked } = care.plan;
  const supplier = unionFor(care, 1_700).hostName;
  const packsFen = summer.persons * PRICES.summerPack + summer.drinks * PRICES.drinks;
  const goods = (title: string, paidOn: string, fen: number): List => ({
    ...WARMTH,
    title,
    paidOn,
    lines: unitLine(care, supplier, 1, fen),
  });
  return [
    goods('新春慰问礼包款', '2020-01-17', spring.persons * PRICES.springPackage),
    goods('三八节慰问礼包款', '2020-03-12', epidemic.families * PRICES.womensDayPackage),
    goods('夏送清凉物资款', '2020-07-10', packsFen),
    {
      ...SERVICES,
      title: '女职工体检费',
      paidOn: '2020-11-20',
      lines: unitLine(care, `${placeName(care)}妇幼保健院`, 2, womenChecked * PRICES.checkUp),
    },
  ];
}

const givenInTheEpidemic = (care: CareDesk): List[] => [
  {
    ...WARMTH,
    title: '慰问防疫一线',
    paidOn: DEPARTMENTS_PAID_ON,
    lines: departmentsOf(care).flatMap((name, n) =>
      unitLine(care, name, 100 + n, PRICES.department),
    ),
  },
  {
    ...RELIEF,
    title: '疫情期间生活补助',
    paidOn: LIVING_PAID_ON,
    lines: personLines(care, livingOf(care)),
  },
  {
    ...WARMTH,
    title: '慰问支援湖北医务人员',
    paidOn: MEDICS_PAID_ON,
    lines: personLines(care, medicsOf(care, PRICES.medic)),
  },
];

/** Relief but for what the charity federation paid itself, and mutual aid. */
const ofOldLists = (care: CareDesk): List[] => [
  ...reliefOf(care)
    .filter(({ moneySource }) => moneySource === 'UNION_OWN')
    .map(({ programme, paidOn, receivers }) => ({
      ...(programme === 'STUDY' ? WARMTH : RELIEF),
      title: `困难职工救助 ${paidOn}`,
      paidOn,
      lines: personLines(care, receivers),
    })),
  ...claimsOf(care).map(({ paidOn, claims }) => ({
    ...MUTUAL_AID,
    title: `互助保障给付 ${paidOn}`,
    paidOn,
    lines: personLines(care, claims),
  })),
];

const unitLine = (care: CareDesk, payeeName: string, n: number, amountFen: number): Line[] =>
  amountFen === 0
    ? []
    : [{ ...accountOf(care, n), payeeKind: 'UNIT', payeeName, amountFen, beneficiaryId: '' }];

/** Finance knows nobody but by a mark of whoever asks. */
const personLines = (care: CareDesk, receivers: readonly Receiver[]): Line[] =>
  receivers.map(({ n, personName: payeeName, amountFen }) => ({
    ...accountOf(care, n),
    payeeKind: 'PERSON',
    payeeName,
    amountFen,
    beneficiaryId: namedId(`care ${care.region} ${n}`),
  }));

const sumOf = (lines: readonly { amountFen: number }[]): number =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Of the year in which finance is asked, whatever day the bank's answer is of. */
async function setBudget(desk: Desk, { root, plan }: CareDesk, lists: readonly List[]) {
  const fiscalYear = Number(chinaDate(new Date()).slice(0, 4));
  const byAccount = Map.groupBy(lists, ({ accountCode }) => accountCode);
  for (const [accountCode, some] of byAccount) {
    const grantsFen = accountCode === WARMTH.accountCode ? plan.spring.grantYuan * 100 : 0;
    const key = `budget ${fiscalYear} ${accountCode}`;
    const { lineId, version } = await desk.finance.post<{ lineId: string; version: number }>(
      '/budget/lines',
      key,
      {
        unionId: root,
        fiscalYear,
        accountCode,
        mark: 'basic',
        projectCode: '',
        sourceCode: 'union',
        amountFen: String(grantsFen + sumOf(some.flatMap(({ lines }) => lines))),
        documentNo: '工财〔2020〕1号',
        reason: '年度预算',
      },
    );
    const approval = { expectedVersion: version };
    await desk.chair.post(`/budget/lines/${lineId}/approval`, `${key} approval`, approval);
  }
}

/** By the chair; everybody has signed for what he was to get. */
async function approve(
  { clerk, chair }: CareDesk,
  { listId, version, lines }: WarmthDraft,
): Promise<void> {
  const path = `/warmth-lists/${listId}`;
  const approved = await chair.post<WarmthDraft>(`${path}/approval`, `warmth ${listId} approval`, {
    expectedVersion: version,
  });
  await clerk.post(`${path}/signatures`, `warmth ${listId} signatures`, {
    expectedVersion: approved.version,
    seqs: lines.map(({ seq }) => seq),
    signatureSha256: sha256(`warmth ${listId}`),
    signedOn: '2020-01-14',
  });
}

const payingOn = (paidOn: string): Paying => ({
  paidOn,
  decision: { decisionNo: `主席办公会纪要 ${paidOn}`, decisionOn: addDays(paidOn, -3) },
});

async function payList(desk: Desk, care: CareDesk, { paidOn, ...list }: List): Promise<void> {
  const { paymentId } = await desk.finance.post<{ paymentId: string }>(
    '/payments',
    `care payment ${paidOn} ${list.accountCode}`,
    {
      ...list,
      unionId: care.root,
      bank: BANK,
      sourceId: '',
      lineCount: list.lines.length,
      totalFen: String(sumOf(list.lines)),
      lines: list.lines.map((line) => ({
        ...line,
        amountFen: String(line.amountFen),
        purpose: list.title,
        projectCode: '',
        sourceCode: 'union',
      })),
      dueOn: '',
      askedBy: '',
    },
  );
  await pay(desk, paymentId, payingOn(paidOn));
}

/** Welfare asks for them a moment after they were approved; bounded. */
async function payGrants(desk: Desk, { region }: CareDesk, lists: number): Promise<void> {
  for (let waits = 0; waits < WAITS_MAX; waits += 1) {
    const payments = await findPayments(desk, region);
    const asked = payments.filter(({ sourceService }) => sourceService === 'welfare');
    if (asked.length === lists) {
      for (const { paymentId } of asked) await pay(desk, paymentId, payingOn(GRANTS_PAID_ON));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
  throw new Trouble(`finance of ${region} has not been asked for the ${lists} lists of grants`);
}
