// What the examples show of books: one voucher of a made-up county, and the accounts it is booked to.

import type { JsonValue } from '@bufbuild/protobuf';

const id = (tail: number): string => `0198a5c0-3b1e-7a10-8c2d-${String(tail).padStart(12, '0')}`;

/** By the field's name; what example-values.ts says comes before it. */
export const LEDGER: Readonly<Record<string, JsonValue>> = {
  event_on: '2026-03-05',
  summary: '收到税务代收工会经费',
  doc_kind: 'TAX_SLIP',
  doc_id: 'TS-2026-03-00012345',
  doc_hash: '9f2c4e7a1b3d5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e',
  party_id: id(1),
  project: '',
  mark: 'bank-1',
  balance_fen: '2000000',
  out_end: '2000000',
  in_end: '2000000',
  no: '128',
  period_no: '17',
  posted_at: '2026-03-02T01:15:00Z',
  maker_id: id(21),
  checker_id: '',
  approver_id: '',
  reverses_no: '0',
  reversed_by_no: '0',
  leaf: '9f2c4e7a1b3d5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e',
  block_no: '41',
  opening_fen: '1200000',
  debit_fen: '2000000',
  credit_fen: '0',
  closing_fen: '3200000',
  on_date: '',
  known_at: '',
  balanced: true,
  last_no: '128',
  report: '01',
  section: 'ASSET',
  open: false,
  after_no: '128',
  year: 2026,
  listing: 'JOURNAL',
  voucher_nos: ['129', '130'],
  carried_over_fen: '4000000',
  surplus_fen: '1000000',
  vouchers_checked: '128',
  head: '9f2c4e7a1b3d5f60718293a4b5c6d7e8f9a0b1c2d3e4f5061728394a5b6c7d8e',
  ok: true,
  first_no: '-1',
  account_set: 'COUNTY',
  closed_through: '2026-02',
  county: true,
  grassroots: true,
  side: 'credit',
  voucher_count: '128',
};

export const OF_LEDGER: Readonly<Record<string, JsonValue>> = {
  'GetLedgerRequest.account_no': '3',
  'TrialBalanceLine.account_no': '3',
  'VoucherLeg.account_no': '3',
};
