import { expect, test } from 'vitest';
import { decideReversal } from './reverse-voucher.ts';

test.each(['MANUAL', 'YEAR_CLOSE', undefined])('%s may be taken back by hand', (kind) => {
  expect(() => decideReversal(kind)).not.toThrow();
});

test.each(['RECEIPT', 'FOUNDING', 'PAYMENT', 'SETTLEMENT', 'REVERSAL'])(
  '%s is taken back by its document',
  (kind) => {
    expect(() => decideReversal(kind)).toThrow(
      expect.objectContaining({ code: 'VOUCHER_OF_DOCUMENT' }),
    );
  },
);
