// Examples of campaigns and mutual aid: a summer at a building site of a made-up county, and a made-up stay in hospital.
import type { JsonValue } from '@bufbuild/protobuf';

const id = (tail: number): string => `0198a5c0-3b1e-7a10-8c2d-${String(tail).padStart(12, '0')}`;
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** By the field's name, in all of these messages alike. */
const OF_CAMPAIGNS: Readonly<Record<string, JsonValue>> = {
  aid_form: 'BOUGHT_BY_UNIONS',
  aid_id: id(955),
  balance: 60,
  batch_id: id(953),
  bought_on: '2026-06-18',
  campaign_id: id(951),
  campaign_kind: 'SUMMER_COOLING',
  cash_fen: '0',
  donation_id: id(954),
  donor_kind: 'UNIT',
  donor_name: '合成饮料有限公司',
  donor_name_masked: '合成饮料有限公司',
  given_fen: '120000',
  given_on: '2026-07-08',
  goods_fen: '120000',
  goods_name: '盐汽水',
  in_stock: true,
  list_id: id(956),
  money_fen: '5000000',
  moved_by: id(21),
  moved_on: '2026-07-08',
  movement_kind: 'OUT',
  occasion: 'REGULAR',
  origin_region: '522326',
  packages: 0,
  person_times: '1821',
  product_name: '望谟大米',
  quantity: 40,
  receipt_no: '邮工收〔2026〕12号',
  received_by: id(21),
  recipient_group: 'OUTDOOR',
  remaining: 60,
  remaining_fen: '180000',
  seqs: [1, 2],
  signature_sha256: HASH,
  site_name: '三垛镇高架工地',
  site_union_id: id(1),
  sites: 12,
  stocked_fen: '300000',
  temperature_level: 'ORANGE',
  unit: '箱',
  unit_price_fen: '3000',
  visit_id: id(952),
  visited_on: '2026-07-08',
  visits: 14,
};

const OF_MUTUAL_AID: Readonly<Record<string, JsonValue>> = {
  account: id(21),
  admitted_on: '2026-04-01',
  base: '500000',
  base_plan_id: '',
  batch_id: id(962),
  claim_id: id(963),
  claim_ids: [id(963)],
  claims: 690,
  days: 9,
  diagnosis: '示例诊断',
  discharged_on: '2026-04-09',
  disease_code: 'EXAMPLE',
  enrol_from: '2025-11-01',
  enrol_to: '2025-12-31',
  enrolment_id: id(964),
  from_day: 0,
  gifted: false,
  given_fen: '255000',
  hospital: '高邮市人民医院',
  hospital_level: 2,
  insurance: 'EMPLOYEE',
  invoices: 2,
  invoice_numbers: ['32060120260409000123'],
  line_kind: 'TIER',
  listed_on: '2025-11-20',
  men_under: 0,
  min_fen: '20000',
  paid_claims: 683,
  payout_fen: '146000000',
  payout_ratio_bp: 9125,
  per_day_fen: '0',
  plan_id: id(961),
  plan_kind: 'HOSPITAL',
  plan_name: '职工住院医疗互助',
  premium_fen: '6000',
  rate_bp: 3000,
  reason_code: '',
  receipt_no: '邮工收〔2025〕98号',
  resident_bp: 1000,
  resident_third_bp: 1200,
  reported_until: '',
  round: '2026 年度',
  same_account: 0,
  self_pay_fen: '800000',
  settled_on: '',
  step: 'CHECK',
  taken_at: '2026-04-20T01:15:00Z',
  terms_version: 1,
  to_state: 'CHECKED',
  up_to_fen: '500000',
  waiting_days: 30,
  women_only: false,
  women_under: 0,
};

const CAMPAIGN_MESSAGES =
  'OpenCampaignRequest Campaign CampaignTotals RecordVisitRequest GoodsOut Visit CancelVisitRequest ListVisitsRequest ' +
  'ReceiveGoodsRequest GoodsBatch ListGoodsRequest GetGoodsLedgerRequest GoodsMovement RecordDonationRequest Donation ' +
  'DraftWarmthListRequest WarmthList WarmthLine GetWarmthListRequest StepWarmthListRequest SignWarmthListRequest ' +
  'RecordConsumptionAidRequest ConsumptionAid PastVisit';
const MUTUAL_AID_MESSAGES =
  'MutualAidTier MutualAidLumpSum MutualAidTerms DraftMutualAidPlanRequest SetMutualAidTermsRequest ' +
  'StepMutualAidPlanRequest GetMutualAidPlanRequest MutualAidPlan MutualAidTotals EnrolMutualAidRequest MutualAidPerson ' +
  'MutualAidBatch PayMutualAidPremiumRequest CancelMutualAidBatchRequest ListMutualAidBatchesRequest ' +
  'ListMutualAidEnrolmentsRequest MutualAidEnrolment ReportMutualAidClaimRequest MutualAidHealth ' +
  'SubmitClaimMaterialsRequest StepMutualAidClaimRequest CalculateMutualAidClaimRequest ApproveMutualAidClaimRequest ' +
  'AppealMutualAidClaimRequest GetMutualAidClaimRequest RevealMutualAidClaimRequest RevealedMutualAidClaim ' +
  'ListMutualAidClaimsRequest MutualAidClaim MutualAidClaimStep MutualAidClaimLine PayMutualAidClaimsRequest ' +
  'MutualAidCover PastMutualAid';

function inEach(messages: string, values: Readonly<Record<string, JsonValue>>) {
  return Object.fromEntries(
    messages
      .split(' ')
      .flatMap((message) =>
        Object.entries(values).map(([field, value]) => [`${message}.${field}`, value]),
      ),
  );
}

export const OF_WELFARE_CAMPAIGNS: Readonly<Record<string, JsonValue>> = {
  'DraftMutualAidPlanRequest.period_from': '2026-01-01',
  'DraftMutualAidPlanRequest.period_to': '2026-12-31',
  'DraftMutualAidPlanRequest.enrol_to': '2025-12-20',
  ...inEach(CAMPAIGN_MESSAGES, OF_CAMPAIGNS),
  ...inEach(MUTUAL_AID_MESSAGES, OF_MUTUAL_AID),
  // Who asks has none yet.
  'MutualAidTerms.terms_version': 0,
  'StepMutualAidPlanRequest.step': 'PUBLISH',
  'ListGoodsRequest.in_stock': true,
};
