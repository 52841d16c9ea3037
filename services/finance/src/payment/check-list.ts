// Whether a list may go to a bank at all: what its head says, who is on it, how much, and for what.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Limit, Prohibition } from '../spending-policy.ts';
import type { PayeeKind } from './payment-line.ts';

export interface AskedLine {
  payeeKind: PayeeKind;
  accountNumber: string;
  beneficiaryId: string;
  amountFen: number;
  purpose: string;
}

interface Head {
  lineCount: number;
  totalFen: number;
  title: string;
  purposeCode: string;
}

export interface ListRules {
  linesMax: number;
  lineMaxFen: number;
  purposes: readonly string[];
  prohibitions: readonly Prohibition[];
  /** Whether festival goods may be money. */
  festivalCash: boolean;
}

/** The first rule that says no, in this order; places are from 1. */
export function decideList(head: Head, lines: readonly AskedLine[], rules: ListRules): void {
  if (lines.length > rules.linesMax) throw refused('LINES_TOO_MANY', { max: rules.linesMax });
  if (head.lineCount !== lines.length)
    throw refused('HEADER_COUNT_DIFFERS', { says: head.lineCount, lines: lines.length });
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
  if (head.totalFen !== totalFen)
    throw refused('HEADER_TOTAL_DIFFERS', { saysFen: head.totalFen, linesFen: totalFen });
  decidePurpose(head, lines, rules);
  const over = lines.findIndex((line) => line.amountFen > rules.lineMaxFen);
  if (over !== -1) throw refused('LINE_OVER_CAP', { seq: over + 1, capFen: rules.lineMaxFen });
  decidePayees(lines);
}

function decidePurpose(
  { purposeCode, title }: Head,
  lines: readonly AskedLine[],
  { purposes, prohibitions, festivalCash }: ListRules,
): void {
  if (!purposes.includes(purposeCode)) throw refused('PURPOSE_UNKNOWN', { purposeCode });
  for (const [at, text] of [title, ...lines.map(({ purpose }) => purpose)].entries()) {
    const hit = prohibitions.find(({ words }) => words.some((word) => text.includes(word)));
    // Place 0 is the title.
    if (hit) throw refused(hit.code, { seq: at });
  }
  const cash = lines.findIndex(({ payeeKind }) => payeeKind === 'PERSON');
  if (purposeCode.startsWith('FESTIVAL') && !festivalCash && cash !== -1)
    throw refused('FESTIVAL_CASH', { seq: cash + 1 });
}

/** Nobody is on a list twice, neither by account, under whatever name, nor by what whoever asks knows him by. */
function decidePayees(lines: readonly AskedLine[]): void {
  const accounts = new Map<string, number>();
  const beneficiaries = new Map<string, number>();
  for (const [at, { accountNumber, beneficiaryId, payeeKind }] of lines.entries()) {
    // Without it no yearly limit holds, and whoever approves could be paid unseen.
    if (payeeKind === 'PERSON' && beneficiaryId === '')
      throw refused('BENEFICIARY_MISSING', { seq: at + 1 });
    const known = accounts.get(accountNumber) ?? beneficiaries.get(beneficiaryId);
    if (known !== undefined) throw refused('PAYEE_TWICE', { seq: at + 1, first: known });
    accounts.set(accountNumber, at + 1);
    if (beneficiaryId !== '') beneficiaries.set(beneficiaryId, at + 1);
  }
}

/** What somebody was paid, or is to be paid, this year, for one purpose. */
export interface YearSum {
  beneficiaryId: string;
  purposeCode: string;
  fen: number;
}

/** Refused LIMIT_PER_TIME, LIMIT_PER_YEAR; persons only, since a unit's bill is for many. */
export function decideLimits(
  purposeCode: string,
  lines: readonly AskedLine[],
  paid: readonly YearSum[],
  limits: readonly Limit[],
): void {
  const sums = Map.groupBy(paid, ({ beneficiaryId }) => beneficiaryId);
  for (const limit of limits.filter(({ purposes }) => purposes.includes(purposeCode))) {
    const { perTimeFen = Infinity, perYearFen = Infinity, purposes } = limit;
    for (const [at, line] of lines.entries()) {
      if (line.payeeKind !== 'PERSON') continue;
      if (line.amountFen > perTimeFen)
        throw refused('LIMIT_PER_TIME', { seq: at + 1, limitFen: perTimeFen });
      const before = (sums.get(line.beneficiaryId) ?? [])
        .filter((sum) => purposes.includes(sum.purposeCode))
        .reduce((fen, sum) => fen + sum.fen, 0);
      if (before + line.amountFen > perYearFen)
        throw refused('LIMIT_PER_YEAR', { seq: at + 1, limitFen: perYearFen });
    }
  }
}
