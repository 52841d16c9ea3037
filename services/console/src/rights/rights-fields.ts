// What the dialogs of work orders, mediation and legal aid ask for. Each word is `record.<name>`.
import {
  choice,
  chosen,
  count,
  day,
  line,
  long,
  optional,
  several,
  type Typed,
} from '../acts/field-kinds.ts';

export const ORDER_KINDS = ['CONSULT', 'SERVICE', 'COMPLAINT', 'LEGAL_AID', 'SUGGESTION'] as const;
export const DISPUTE_KINDS = [
  'WAGE_ARREARS',
  'CONTRACT',
  'INJURY',
  'SOCIAL_INSURANCE',
  'COMPENSATION',
  'OTHER',
] as const;
export const PROFESSIONS = [
  'LAWYER',
  'MEDIATOR',
  'PSYCHOLOGIST',
  'LABOUR_RELATIONS',
  'SOCIAL_WORKER',
] as const;
const ORDER_CLASSES = ['GENERAL', 'DIFFICULT', 'COMPLEX'];
const OUT_AGENCIES = ['12345', 'HUMAN_RESOURCES', 'COURT', 'ARBITRATION', 'JUSTICE', 'OTHER'];
const CASE_SOURCES = [
  'APPLICATION',
  'COURT',
  'ARBITRATION',
  'HUMAN_RESOURCES',
  'JUSTICE',
  'HOTLINE',
];
const AID_KINDS = ['CONSULTATION', 'DRAFTING', 'MEDIATION', 'ARBITRATION', 'LITIGATION'];
const AID_PAPERS = ['APPLICATION', 'IDENTITY', 'HARDSHIP_OR_UNION', 'EVIDENCE'];

const lineOrNone = (maxLength: number): Typed => optional(line(maxLength));
const longOrNone = (maxLength: number): Typed => optional(long(maxLength));
const amountOrNone: Typed = { as: 'amount', optional: true };
const dayOrNone: Typed = { as: 'past', optional: true, first: '' };

export const RIGHTS_FIELDS = {
  callerName: lineOrNone(50),
  callerPhone: lineOrNone(20),
  matterTitle: line(100),
  matterContent: long(4_000),
  ticketSource: line(50),
  ticketNo: lineOrNone(50),
  calledOn: day,
  calls: { as: 'count', first: '1' },
  orderKind: choice('orderKind', ORDER_KINDS),
  orderClass: choice('orderClass', ORDER_CLASSES),
  region: line(12),
  tags: lineOrNone(200),
  /** Of the desks below. */
  toNode: chosen,
  handlerUnion: { as: 'union' },
  returnReason: choice('returnReason', ['NOT_OURS', 'INSUFFICIENT']),
  moreDays: count,
  reply: long(4_000),
  recovered: amountOrNone,
  helpedWorkers: { as: 'count', first: '1' },
  satisfaction: choice('satisfaction', ['5', '4', '3', '2', '1', '0']),
  scored: choice('satisfaction', ['5', '4', '3', '2', '1']),
  /** Of the orders that are open here. */
  mergedInto: chosen,
  outAgency: choice('outAgency', OUT_AGENCIES),
  agencyNo: lineOrNone(50),
  seats: count,
  deskLawyers: { as: 'count', first: '0' },
  deskHandlers: { as: 'count', first: '0' },
  revealReason: long(200),
  disputeKind: choice('disputeKind', DISPUTE_KINDS),
  caseSource: choice('caseSource', CASE_SOURCES),
  caseSourceNo: lineOrNone(50),
  opponent: line(100),
  representatives: { as: 'count', first: '0' },
  askedOn: day,
  knownOn: day,
  relationEndedOn: dayOrNone,
  /** Of those on the roster, or nobody. */
  mediator: chosen,
  agreedOn: day,
  agreementNo: line(50),
  agreementFile: { as: 'hash' },
  agreedAmount: amountOrNone,
  signedByBoth: choice('signedByBoth', ['yes', 'no']),
  aidKind: choice('aidKind', AID_KINDS),
  opponentUscc: lineOrNone(18),
  workRegion: line(12),
  homeRegion: lineOrNone(12),
  papers: optional(several('aidPaper', AID_PAPERS)),
  /** Of those on the roster. */
  lawyer: chosen,
  noConflict: choice('noConflict', ['yes', 'no']),
  aidRoute: choice('aidRoute', ['MEDIATION', 'ARBITRATION', 'LITIGATION', 'OTHER']),
  aidResult: choice('aidResult', ['WON', 'SETTLED', 'LOST', 'ADVISED', 'WITHDRAWN']),
  professionalName: line(50),
  profession: choice('profession', PROFESSIONS),
  firmName: lineOrNone(100),
  licenceNo: lineOrNone(50),
  clientUsccs: longOrNone(4_000),
  dutyDays: optional(several('weekday', ['1', '2', '3', '4', '5', '6', '7'])),
} satisfies Record<string, Typed>;
