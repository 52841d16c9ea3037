// Examples of honours: a round of a county, a nomination in it, what was granted.
import type { JsonValue } from '@bufbuild/protobuf';

const PEOPLE = { honour_code: 'MAY_DAY_MEDAL', level: 'COUNTY' };
const ROUND = '0198a5c0-3b1e-7a10-8c2d-000000000801';
const NAME = '县（市、区）五一劳动奖章';

const NOMINATION = '0198a5c0-3b1e-7a10-8c2d-000000000802';
const OBJECTION = '0198a5c0-3b1e-7a10-8c2d-000000000803';
const PERSON = '0198a5c0-3b1e-7a10-8c2d-000000000804';
const STEP = { nomination_id: NOMINATION, happened_on: '2026-03-16' };
const SHARE = { traits: ['INDUSTRIAL_WORKER'], bound: 'AT_LEAST', percent: 35 };
const SLATE = { round_id: ROUND, honour_code: 'MAY_DAY_MEDAL' };

const GRANT = '0198a5c0-3b1e-7a10-8c2d-000000000805';
const CERTIFICATE_NO = '329999-MAY_DAY_MEDAL-2026-0001';
const SIGNATURE = `${'A'.repeat(85)}A`;
const GRANTED = {
  honour_code: 'MAY_DAY_MEDAL',
  level: 'COUNTY',
  holder_name: '',
  frontline: true,
  granted_on: '2026-04-08',
  document_no: '高工〔2026〕12号',
  certificate_no: CERTIFICATE_NO,
};

const QUOTA = { honour_code: 'MAY_DAY_MEDAL', places: 5, single_listed: 1 };

const BY_MESSAGE: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> = {
  ListHonoursRequest: { on_date: '2026-03-02' },
  HonourList: {
    publicity_days: 5,
    model_worker_publicity_days: 7,
    consulted: ['DISCIPLINE', 'TAX'],
  },
  Honour: {
    ...PEOPLE,
    name: NAME,
    holder: 'PERSON',
    cycle_years: 1,
    authority: 'UNION',
    ordered_by: '总工发〔2026〕3号',
  },
  HonourRef: { honour_code: 'MAY_DAY_MEDAL', level: 'CITY' },
  StructureShare: SHARE,
  OpenHonourRoundRequest: {
    round_year: 2026,
    level: 'COUNTY',
    title: '2026年五一劳动奖评选',
    document_no: '高工〔2026〕5号',
    opened_on: '2026-03-02',
  },
  HonourPlaces: QUOTA,
  HandDownHonourQuotaRequest: { ...QUOTA, round_id: ROUND },
  GetHonourRoundRequest: { round_id: ROUND },
  ListHonourRoundsRequest: { round_year: 2026 },
  HonourRound: {
    round_id: ROUND,
    round_year: 2026,
    level: 'COUNTY',
    title: '2026年五一劳动奖评选',
    document_no: '高工〔2026〕5号',
    opened_on: '2026-03-02',
    from_node: '',
  },
  AssignHonourQuotaRequest: {
    ...QUOTA,
    round_id: ROUND,
    to_node: '329999',
    pooled: false,
    slate_due_on: '2026-03-20',
  },
  SendHonourSlateRequest: { ...SLATE, sent_on: '2026-03-16' },
  HonourNodeSlate: {
    ...SLATE,
    slate_id: '0198a5c0-3b1e-7a10-8c2d-000000000806',
    neighbour: '329900',
    direction: 'OUT',
    nominations: 5,
    sent_on: '2026-03-16',
    state: 'RETURNED',
    reason: 'HONOUR_TWICE_IN_CYCLE',
    answered_on: '2026-03-17',
    returned_ids: [NOMINATION],
  },
  NominateForHonourRequest: {
    ...SLATE,
    person_name: '张示范',
    id_number: '329999198001010017',
    holder_name: '',
    traits: ['INDUSTRIAL_WORKER'],
    single_listed: false,
    deeds: '带领班组改进工艺，年节约成本十二万元。',
  },
  Nomination: {
    ...SLATE,
    nomination_id: NOMINATION,
    level: 'COUNTY',
    honour_name: NAME,
    holder: 'PERSON',
    person_id: PERSON,
    person_name_masked: '张*范',
    holder_name: '',
    traits: ['INDUSTRIAL_WORKER'],
    single_listed: false,
    state: 'PUBLISHED_IN_REGION',
    stood_on: '2026-03-16',
    publicity_ends_on: '2026-03-23',
    open_objections: 0,
    open_consultations: 0,
    submitted_on: '2026-03-11',
    decided_on: '',
    decision_no: '',
    from_node: '',
    held_by: '',
  },
  NominationFile: { grant_id: '', deeds: '带领班组改进工艺，年节约成本十二万元。' },
  NominationStep: {
    step: 'SUBMIT',
    state: 'SUBMITTED',
    happened_on: '2026-03-11',
    acted_by: '0198a5c0-3b1e-7a10-8c2d-000000000021',
    note: '',
  },
  HonourPublicity: {
    stage: 'UNIT',
    starts_on: '2026-03-03',
    ends_on: '2026-03-10',
    working_days: 5,
    channel: '厂务公开栏',
  },
  HonourObjection: {
    objection_id: OBJECTION,
    stage: 'UNIT',
    raised_on: '2026-03-05',
    summary: '反映事迹材料中的数据有误',
    closed_on: '2026-03-06',
    outcome: '经核实，数据无误，已答复',
  },
  HonourConsultation: {
    body: 'TAX',
    asked_on: '2026-03-12',
    replied_on: '2026-03-13',
    reply: 'NO_OBJECTION',
    note: '无欠税',
  },
  RecommendNominationRequest: {
    ...STEP,
    congress_present: 90,
    congress_for: 84,
    consented_on: '2026-03-02',
    record_clear: true,
  },
  PublishNominationRequest: { ...STEP, channel: '厂务公开栏' },
  ObjectToNominationRequest: { ...STEP, summary: '反映事迹材料中的数据有误' },
  CloseObjectionRequest: { ...STEP, objection_id: OBJECTION, outcome: '经核实，数据无误，已答复' },
  SubmitNominationRequest: STEP,
  AskConsultationsRequest: { ...STEP, bodies: ['DISCIPLINE', 'TAX'] },
  RecordConsultationReplyRequest: { ...STEP, body: 'TAX', reply: 'NO_OBJECTION', note: '无欠税' },
  ReviewNominationRequest: { ...STEP, answer: 'PASSED', note: '材料齐全' },
  WithdrawNominationRequest: { ...STEP, reason: '本人放弃' },
  VetoNominationRequest: { ...STEP, reason: '发生安全生产责任事故' },
  DecideNominationRequest: { ...STEP, decision_no: '高工〔2026〕12号' },
  GetNominationRequest: { nomination_id: NOMINATION },
  ListNominationsRequest: { ...SLATE, state: '', traits: [], places: '', quota_union_id: '' },
  CheckHonourSlateRequest: SLATE,
  SubmitHonourSlateRequest: { ...SLATE, submitted_on: '2026-03-12' },
  HonourSlate: { nominations: 20, single_listed: 1, slate_submitted_on: '' },
  ShareCheck: { ...SHARE, limit_count: 7, actual_count: 8, met: true },
  AwardHonourRequest: STEP,
  RecordHonourRequest: { ...GRANTED, person_name: '张示范', id_number: '329999198001010017' },
  HonourGrant: {
    ...GRANTED,
    grant_id: GRANT,
    honour_name: NAME,
    holder: 'PERSON',
    person_id: PERSON,
    person_name_masked: '张*范',
    origin: 'AWARDED',
    revoked_on: '',
    revoke_reason: '',
    standing: 'LIVING',
    nomination_id: NOMINATION,
    awarded_by: '',
    for_node: '',
  },
  GetHonourGrantRequest: { grant_id: GRANT },
  RevokeHonourRequest: { grant_id: GRANT, revoked_on: '2026-09-01', reason: '事迹失实' },
  GetHonourCertificateRequest: { grant_id: GRANT },
  HonourCertificate: {
    grant_id: GRANT,
    certificate_no: CERTIFICATE_NO,
    holder_name: '张示范',
    honour_name: NAME,
    granted_on: '2026-04-08',
    qr_text: `["GLC1","std","329999","${CERTIFICATE_NO}"]${SIGNATURE}`,
    signature: SIGNATURE,
    public_key: 'a'.repeat(64),
    revoked_on: '',
  },
  ListHonourRollRequest: { person_id: PERSON, union_id: '' },
  ListHonourHoldersRequest: { honour_code: 'MODEL_WORKER', level: 'CITY', standing: 'LIVING' },
  SetHolderStandingRequest: { person_id: PERSON, standing: 'MOVED', since_on: '2026-06-01' },
  HolderStanding: { person_id: PERSON, standing: 'MOVED', since_on: '2026-06-01' },
  HonourCategory: { ...QUOTA, name: NAME, slate_submitted_on: '', slate_due_on: '' },
  HonourQuota: {
    ...QUOTA,
    handed_places: 2,
    handed_single: 0,
    taken_places: 1,
    taken_single: 0,
    to_node: '',
    pooled: false,
  },
};

export const OF_HONOURS: Readonly<Record<string, JsonValue>> = Object.fromEntries(
  Object.entries(BY_MESSAGE).flatMap(([message, fields]) =>
    Object.entries(fields).map(([field, value]) => [`${message}.${field}`, value]),
  ),
);
