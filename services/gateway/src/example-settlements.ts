// What the examples show of money between nodes: a made-up county remits to its city.

import type { JsonValue } from '@bufbuild/protobuf';

/** By the field's name; what example-values.ts says comes before it. */
export const SETTLEMENTS: Readonly<Record<string, JsonValue>> = {
  age_days: 3,
  answered_on: '',
  deadline: '',
  direction: 'OUT',
  disputed_on: '2026-04-09',
  doc_no: '',
  neighbour: '321000',
  neighbour_voucher_no: '0',
  permitted_codes: [],
  returned_on: '',
  sent_on: '2026-04-02',
  settlement_id: '0198a5c0-3b1e-7a10-8c2d-000000000701',
  to_node: '321000',
  unmatched: true,
  unmatched_in_fen: '0',
  unmatched_out_fen: '400000',
};

export const OF_SETTLEMENTS: Readonly<Record<string, JsonValue>> = {
  'DisputeSettlementRequest.reason_code': 'NOT_ARRIVED',
  'DisputeSettlementRequest.received_fen': '0',
  'LevelShare.level': 'CITY',
  'ProposeSettlementRequest.kind': 'REMITTANCE',
  'ReturnSettlementRequest.returned_on': '2026-04-10',
  'Settlement.kind': 'REMITTANCE',
  'Settlement.reason_code': '',
  'Settlement.state': 'SENT',
};
