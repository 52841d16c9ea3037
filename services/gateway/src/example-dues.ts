// What the examples show of members' dues: 4,387.00 yuan make 21.90 of dues.

import type { JsonValue } from '@bufbuild/protobuf';

/** By the field's name; what example-values.ts says comes before it. */
export const DUES: Readonly<Record<string, JsonValue>> = {
  base_wage_fen: '438700',
  payer_count: 1,
  retained_count: 0,
};

/** By message and field, where the field's name alone says too little. */
export const OF_DUES: Readonly<Record<string, JsonValue>> = {
  'DuesLine.retained': false,
  'DuesRecord.amount_fen': '2190',
  'DuesRecord.member_count': 1,
  'DuesRecord.voucher_no': '18',
  'RecordDuesRequest.document_no': '会费〔2026〕1号',
  'RecordDuesRequest.received_on': '2026-03-20',
};
