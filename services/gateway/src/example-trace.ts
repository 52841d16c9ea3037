// What the examples show of a trace: a payment of a made-up county, and the slip that its money came by.

import type { JsonValue } from '@bufbuild/protobuf';

/** By the field's name; what example-values.ts says comes before it. */
export const TRACE: Readonly<Record<string, JsonValue>> = {
  at_fen: '0',
  complete: true,
  convention: 'FIFO',
  depth: 1,
  from_fen: '0',
  gap: '',
  hash: '9f2c4e7a1b3d5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e',
  left_out: 0,
  move_n: 0,
  next_from_fen: '0',
  part: 'RECEIPT',
  pot_bank: '',
  pot_key: '',
  pot_kind: '',
  ref: 'TS-2026-03-00012345',
  settlement_from_fen: '0',
  skip_fen: '0',
  step: 'RECEIPT',
  to_fen: '2000000',
  whole_fen: '2000000',
};

export const OF_TRACE: Readonly<Record<string, JsonValue>> = {
  'EvidenceItem.code': '',
  'MoneyTrace.direction': 'BACK',
  'TraceEnd.kind': 'payer',
  'TraceEnd.reason': '',
  'TraceEnd.settlement_id': '',
  'TraceHop.kind': 'RECEIPT',
  'TraceHop.move_n': 1,
  'TraceMoneyRequest.direction': 'BACK',
  'TraceMoneyRequest.line_id': '',
  'TraceMoneyRequest.receipt_id': '',
  'TraceMoneyRequest.to_fen': '0',
  'TraceMoneyRequest.voucher_no': '128',
};
