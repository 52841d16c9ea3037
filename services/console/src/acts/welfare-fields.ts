// What the dialogs of welfare's records ask for, beside what those of all records do.
import type { Typed } from './field-kinds.ts';

export const FILE_LEVELS = ['NATIONAL', 'PROVINCIAL', 'CITY'] as const;
export const PROGRAMMES = ['LIVING', 'MEDICAL', 'STUDY', 'TEMPORARY'] as const;
export const MONEY_SOURCES = [
  'CENTRAL_FISCAL',
  'PROVINCIAL_FISCAL',
  'LOCAL_FISCAL',
  'UNION_OWN',
  'UNION_ABOVE',
  'DONATION',
  'ADMINISTRATION',
  'INTEREST',
] as const;
const RELIEF_REASONS = [
  'MATERIALS_MISSING',
  'MATERIALS_FALSE',
  'NOT_ELIGIBLE',
  'AMOUNT_WRONG',
  'OBJECTION',
  'DUPLICATE',
  'OTHER',
];
const MATCH_SOURCES = ['HOUSING', 'VEHICLE', 'BUSINESS', 'SOCIAL_INSURANCE', 'MINIMUM_LIVING'];

export const NOTICE_SUBJECTS = [
  'HARDSHIP_FILE',
  'RELIEF_GRANT',
  'CAMPAIGN_LIST',
  'RECUPERATION_LIST',
] as const;
const NOTICE_COLUMNS = ['NAME', 'UNION', 'CATEGORY', 'AMOUNT'];
const CAMPAIGN_KINDS = [
  'SPRING_JOBS',
  'SUMMER_COOLING',
  'AUTUMN_STUDY',
  'WINTER_WARMTH',
  'EPIDEMIC',
  'DISASTER',
];
const RECIPIENT_GROUPS = [
  'HARDSHIP',
  'OUTDOOR',
  'COURIER',
  'SANITATION',
  'KEY_PROJECT',
  'ON_DUTY',
  'HIGH_TEMPERATURE',
  'TOXIC',
  'MODEL_WORKER',
  'MEDICAL',
  'MEDICAL_FAMILY',
  'MIGRANT',
  'KEY_DEPARTMENT',
  'OTHER',
];
const OCCASIONS = ['REGULAR', 'SPRING_FESTIVAL', 'WOMENS_DAY', 'MAY_DAY', 'NATIONAL_DAY'];

const choice = (words: string, codes: readonly string[]): Typed => ({ as: 'choice', words, codes });
const line = (maxLength: number, optional = false): Typed => ({ as: 'text', maxLength, optional });
const nought = (as: 'amount' | 'count'): Typed => ({ as, first: '0' });
const yesOrNo = choice('yesNo', ['NO', 'YES']);

export const WELFARE_FIELDS = {
  visitor: { as: 'account' },
  secondVisitor: { as: 'account' },
  cadre: { as: 'account' },
  post: line(60),
  fileNote: { as: 'long', maxLength: 1_000, optional: true },
  /** Read by the applicant. */
  fileAnswer: { as: 'long', maxLength: 1_000 },
  fileReason: { as: 'long', maxLength: 1_000 },
  present: { as: 'count' },
  agreed: { as: 'count' },
  against: nought('count'),
  abstained: nought('count'),
  channels: { as: 'several', words: 'noticeChannel', codes: ['BOARD', 'HALL', 'SITE', 'ONLINE'] },
  contactOffice: line(60),
  contactPhone: line(13),
  matchSources: { as: 'several', words: 'matchSource', codes: MATCH_SOURCES },
  homes: nought('count'),
  premises: yesOrNo,
  employees: nought('count'),
  schoolFee: nought('amount'),
  localSchoolFee: nought('amount'),
  carValue: nought('amount'),
  refusedJobs: nought('count'),
  vice: yesOrNo,
  falseMaterials: yesOrNo,
  fileLevel: choice('fileLevel', FILE_LEVELS),
  exitKind: choice('exitKind', ['TEMP_OUT', 'SUBSIDY_OUT', 'OTHER']),
  followContact: choice('followContact', ['PHONE', 'VISIT']),
  followOutcome: choice('followOutcome', ['STABLE', 'FALLEN_BACK', 'UNREACHED']),
  closeReason: choice('closeReason', ['RETIRED', 'LEFT', 'DECEASED', 'MOVED', 'UNFIT']),
  programme: choice('programme', PROGRAMMES.slice(0, 3)),
  moneySource: choice('moneySource', MONEY_SOURCES),
  reliefStage: choice('reliefStage', ['NONE', 'COMPULSORY', 'SENIOR_SECONDARY', 'UNIVERSITY']),
  selfPaid: nought('amount'),
  invoiceNos: { as: 'long', maxLength: 6_000, optional: true },
  ownAccount: line(30, true),
  ownBankCode: line(12, true),
  reliefReason: choice('reliefReason', RELIEF_REASONS),
  superiorDocumentNo: line(80, true),
  objectedOn: { as: 'past' },
  objectedAt: { as: 'time' },
  objection: { as: 'long', maxLength: 1_000 },
  noticeSubject: choice('noticeSubject', NOTICE_SUBJECTS),
  noticeHeading: line(60),
  noticeColumns: { as: 'several', words: 'noticeColumn', codes: NOTICE_COLUMNS },
  campaignKind: choice('campaignKind', CAMPAIGN_KINDS),
  siteName: line(100),
  visitedOn: { as: 'past' },
  persons: { as: 'count' },
  recipientGroup: choice('recipientGroup', RECIPIENT_GROUPS),
  occasion: choice('occasion', OCCASIONS),
  temperature: choice('temperature', ['NONE', 'YELLOW', 'ORANGE', 'RED']),
  packages: nought('count'),
  goodsBatch: { as: 'choice' },
  goodsQuantity: nought('count'),
  secondBatch: { as: 'choice' },
  secondQuantity: nought('count'),
  visitPhotos: { as: 'hashes', accept: 'image/*', optional: true },
  visitNote: { as: 'long', maxLength: 500, optional: true },
  goodsName: line(60),
  goodsUnit: line(10),
  unitPrice: { as: 'amount' },
  quantity: { as: 'count' },
  donation: { as: 'choice' },
  receivedOn: { as: 'past' },
  donorKind: choice('donorKind', ['UNIT', 'PERSON', 'ANONYMOUS']),
  donorName: line(100, true),
  donatedMoney: nought('amount'),
  donatedGoods: nought('amount'),
  receiptNo: line(60),
  warmthLines: { as: 'long', maxLength: 20_000 },
  signature: { as: 'hash' },
  signed: { as: 'several' },
  aidForm: choice('aidForm', ['BOUGHT_BY_UNIONS', 'BOUGHT_BY_MEMBERS', 'SOLD']),
  productName: line(60),
  originRegion: line(12),
  boughtOn: { as: 'past' },
} satisfies Record<string, Typed>;
