// What a person is asked for in the dialogs of audits, and how each is typed.

export const KINDS = [
  'DOWNWARD',
  'SAME_LEVEL',
  'SPECIAL',
  'OUTGOING',
  'DISSOLUTION',
  'FOLLOW_UP',
] as const;
export const RULES = [
  'DUPLICATE_PAYEE',
  'DUPLICATE_ACCOUNT',
  'DUPLICATE_DOCUMENT',
  'SPLIT_UNDER_LIMIT',
  'WEEKEND_POSTING',
  'ROUND_AMOUNT',
  'OVER_STANDARD',
  'NOT_ON_FILE',
  'NO_PUBLICITY',
  'EMERGENCY_UNDECIDED',
  'BENFORD',
] as const;
const RESULTS = ['QUALIFIED', 'MOSTLY', 'UNQUALIFIED'];
const CATEGORIES = [
  'INCOME_NOT_BOOKED',
  'LATE_SURRENDER',
  'WRONG_SPLIT',
  'OFF_BOOK_ACCOUNT',
  'OVER_STANDARD',
  'SCOPE_VIOLATION',
  'PROHIBITED_ITEM',
  'INCOMPLETE_VOUCHER',
  'MISSING_SIGNATURE',
  'DUPLICATE_PAYMENT',
  'BENEFICIARY_NOT_FILED',
  'OVER_CAP',
  'NO_PUBLICITY',
  'ASSET_UNREGISTERED',
  'PROCUREMENT',
  'LOAN',
  'BUDGET_OVERRUN',
  'FUND_DIVERTED',
  'ROUNDING',
  'SEGREGATION_OF_DUTY',
] as const;

export type FieldAs =
  | { as: 'date' | 'past' | 'month' | 'year' | 'line' | 'text' | 'amount' | 'count' }
  | { as: 'union' | 'unions' | 'files' }
  | { as: 'choice'; words: string; codes: readonly string[] };

const choice = (words: string, codes: readonly string[]): FieldAs => ({
  as: 'choice',
  words,
  codes,
});

export const FIELDS = {
  unionId: { as: 'union' },
  kind: choice('auditKind', KINDS),
  title: { as: 'line' },
  periodFrom: { as: 'month' },
  periodTo: { as: 'month' },
  basis: { as: 'line' },
  auditors: { as: 'line' },
  firmName: { as: 'line' },
  firmUscc: { as: 'line' },
  followsAuditId: { as: 'line' },
  scopeKind: choice('auditScope', ['WHOLE', 'PROJECT', 'FUND', 'SOURCE']),
  scopeCode: { as: 'line' },
  auditorNode: { as: 'line' },
  auditorNodeName: { as: 'line' },
  fiscalYear: { as: 'year' },
  jointBody: { as: 'line' },
  unionIds: { as: 'unions' },
  organisingResult: choice('inspectionResult', RESULTS),
  organisingNote: { as: 'text' },
  moneyResult: choice('inspectionResult', RESULTS),
  moneyNote: { as: 'text' },
  on: { as: 'past' },
  entryOn: { as: 'date' },
  auditProcedure: { as: 'text' },
  conclusion: { as: 'text' },
  summary: { as: 'text' },
  comment: { as: 'text' },
  opinion: { as: 'text' },
  decisionNo: { as: 'line' },
  reason: { as: 'line' },
  subject: choice('sampleSubject', ['VOUCHER', 'PAYMENT_LINE']),
  method: choice('sampleMethod', ['RANDOM', 'TOP_N', 'ALL_ABOVE']),
  size: { as: 'count' },
  threshold: { as: 'amount' },
  seed: { as: 'line' },
  category: choice('findingCategory', CATEGORIES),
  amount: { as: 'amount' },
  clause: { as: 'line' },
  cause: { as: 'text' },
  responsiblePost: { as: 'line' },
  suggestion: { as: 'text' },
  plan: { as: 'text' },
  note: { as: 'text' },
  evidence: { as: 'files' },
  recovered: { as: 'amount' },
  adjusted: { as: 'amount' },
  returned: { as: 'amount' },
  accepted: choice('verdict', ['yes', 'no']),
  escalatedTo: choice('escalatedTo', ['SUPERIOR', 'DISCIPLINE']),
} satisfies Record<string, FieldAs>;
export type FieldName = keyof typeof FIELDS;

/** May be left empty. */
export const OPTIONAL: ReadonlySet<FieldName> = new Set([
  'firmName',
  'firmUscc',
  'followsAuditId',
  'scopeCode',
  'auditorNode',
  'auditorNodeName',
  'jointBody',
  'size',
  'threshold',
  'seed',
  'amount',
  'recovered',
  'adjusted',
  'returned',
]);

/** Of use only to one kind of audit. */
const OF_KIND: Readonly<Partial<Record<FieldName, string>>> = {
  followsAuditId: 'FOLLOW_UP',
  scopeKind: 'SPECIAL',
  scopeCode: 'SPECIAL',
};

/** Those that are asked for now: what a kind of audit has no use for is not. */
export function shownFields(fields: readonly FieldName[], { kind }: Values): FieldName[] {
  return fields.filter((name) => OF_KIND[name] === undefined || OF_KIND[name] === kind);
}

/** What stands in those that are shown; of the others nothing is said. */
export function shownValues(fields: readonly FieldName[], values: Values): Values {
  const shown = shownFields(fields, values);
  return Object.fromEntries(shown.map((name) => [name, values[name] ?? ''])) as Values;
}

export type Values = Readonly<Partial<Record<FieldName, string>>>;

/** A union is audited once it is chosen; the first of each choice is chosen already. */
export function firstValues(names: readonly FieldName[], today: string): Values {
  const values = names.map((name) => {
    const field: FieldAs = FIELDS[name];
    if (field.as === 'choice') return [name, field.codes[0] ?? ''];
    if (field.as === 'date' || field.as === 'past') return [name, today];
    if (field.as === 'year') return [name, today.slice(0, 4)];
    if (field.as === 'month') return [name, today.slice(0, 7)];
    return [name, ''];
  });
  return Object.fromEntries(values) as Values;
}
