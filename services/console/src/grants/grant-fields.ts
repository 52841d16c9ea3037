// What a person is asked for in the dialogs of grants, and how each is typed.

export const KINDS = ['STANDARD', 'PER_SITE', 'REWARD', 'MATCHED', 'BY_TIER', 'FLOOR'] as const;
const LEVELS = ['TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'] as const;
const RECORDS = ['VENUE', 'STUDIO', 'TEAM', 'COMPETITION', 'HONOUR', 'PROJECT'] as const;

export type FieldAs =
  | { as: 'date' | 'line' | 'text' | 'lines' | 'amount' | 'percent' | 'count' | 'union' | 'file' }
  /** One of what the dialog offers; where it stands here, one of a code table. */
  | { as: 'choice'; words: string; codes: readonly string[] };

const choice = (words: string, codes: readonly string[] = []): FieldAs => ({
  as: 'choice',
  words,
  codes,
});

export const FIELDS = {
  kind: choice('grantKind', KINDS),
  ruleCode: { as: 'line' },
  name: { as: 'line' },
  documentNo: { as: 'line' },
  validFrom: { as: 'date' },
  standard: { as: 'amount' },
  floor: { as: 'amount' },
  years: { as: 'count' },
  matching: { as: 'percent' },
  recipientLevel: choice('grantLevel', LEVELS),
  tiers: { as: 'lines' },
  members: { as: 'lines' },
  accountCode: choice(''),
  project: { as: 'line' },
  permittedCodes: { as: 'line' },
  useDays: { as: 'count' },
  rule: choice(''),
  fiscalYear: { as: 'count' },
  collected: { as: 'lines' },
  union: { as: 'union' },
  applied: { as: 'amount' },
  beneficiary: { as: 'line' },
  recordKind: choice('grantRecord', RECORDS),
  recordId: { as: 'line' },
  acceptance: { as: 'file' },
  document: { as: 'file' },
  why: { as: 'text' },
  granted: { as: 'amount' },
  reason: { as: 'text' },
  bank: choice(''),
  used: { as: 'amount' },
  unspent: { as: 'amount' },
  matched: { as: 'amount' },
  report: { as: 'file' },
} satisfies Record<string, FieldAs>;

export type FieldName = keyof typeof FIELDS;
export type Values = Readonly<Partial<Record<FieldName | 'documentTitle', string>>>;

/** What may be left empty. */
export const OPTIONAL: ReadonlySet<FieldName> = new Set([
  'project',
  'permittedCodes',
  'members',
  'collected',
  'document',
]);

const always = ['kind', 'ruleCode', 'name', 'documentNo', 'validFrom'] as const;
const money = ['accountCode', 'project', 'permittedCodes', 'useDays'] as const;
const byKind: Readonly<Record<string, readonly FieldName[]>> = {
  BY_TIER: ['recipientLevel', 'tiers', 'members'],
  FLOOR: ['floor', 'years', 'recipientLevel'],
  MATCHED: ['standard', 'matching'],
};

/** A rule of each kind says something else. */
export function ruleFields(kind: string): readonly FieldName[] {
  return [...always, ...(byKind[kind] ?? ['standard']), ...money];
}

const earned = ['recordKind', 'recordId', 'acceptance'] as const;
const asked: Readonly<Record<string, readonly FieldName[]>> = {
  PER_SITE: earned,
  REWARD: earned,
  MATCHED: ['beneficiary', 'recordKind', 'recordId', 'matching'],
};

/** What an application under a rule of this kind names. */
export function applyFields(kind: string): readonly FieldName[] {
  return ['applied', ...(asked[kind] ?? []), 'document', 'why'];
}

const records: Readonly<Record<string, readonly string[]>> = {
  PER_SITE: ['VENUE'],
  MATCHED: ['STUDIO', 'TEAM'],
};

/** Which records may earn under a rule of this kind. */
export function recordKinds(kind: string): readonly string[] {
  return records[kind] ?? RECORDS;
}
