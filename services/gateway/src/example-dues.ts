// What the examples show of members' dues and of what model workers are given: 4,387.00 yuan make 21.90 of dues.

import type { JsonValue } from '@bufbuild/protobuf';

/** By the field's name; what example-values.ts says comes before it. */
export const DUES: Readonly<Record<string, JsonValue>> = {
  base_wage_fen: '438700',
  cap_fen: '100000',
  income_fen: '600000',
  line_fen: '656600',
  on: '2025-07-01',
  ordered_by: '示例：湖北 2025 年标准',
  payer_count: 1,
  retained_count: 0,
  subsidy_fen: '56600',
};

/** By message and field, where the field's name alone says too little. */
export const OF_DUES: Readonly<Record<string, JsonValue>> = {
  'AllowanceWork.difference_fen': '56600',
  'AllowanceWork.kind': 'ON_THE_JOB',
  'DuesLine.retained': false,
  'DuesRecord.amount_fen': '2190',
  'DuesRecord.member_count': 1,
  'DuesRecord.voucher_no': '18',
  'RecordDuesRequest.document_no': '会费〔2026〕1号',
  'RecordDuesRequest.received_on': '2026-03-20',
  'WorkOutAllowanceRequest.kind': 'ON_THE_JOB',
};
