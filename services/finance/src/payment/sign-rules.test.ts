import { expect, test } from 'vitest';
import { financePolicy } from '../policy.ts';
import { PAYMENT_STATES, type PaymentState } from './payment.ts';
import {
  decideApproval,
  decideCheck,
  decideExport,
  decideRejection,
  dutiesFor,
} from './sign-rules.ts';

const payment = (state: PaymentState, over: object = {}) => ({
  state,
  version: 2,
  totalFen: 350_050,
  madeBy: 'maker',
  checkedBy: state === 'DRAFT' ? '' : 'checker',
  approvedBy: '',
  ...over,
});
const signer = (id: string, duty = 'chair', member = '') => ({ id, duty, member });
const ask = { expectedVersion: 2, decisionNo: '', decisionOn: '', decisionSha256: '' };
const today = '2026-03-02';
const rules = {
  tiers: financePolicy('payment.tiers', today),
  collectiveFromFen: financePolicy('payment.collective_from_fen', today),
  today,
};
const minutes = { decisionNo: '纪要3号', decisionOn: '2026-03-01', decisionSha256: 'a'.repeat(64) };

test.each(PAYMENT_STATES.filter((state) => state !== 'DRAFT'))(
  'no check of what is %s',
  (state) => {
    expect(() => decideCheck(payment(state), signer('checker'), ask)).toThrow(
      expect.objectContaining({ code: 'PAYMENT_STATE_WRONG', details: { state } }),
    );
  },
);

test('the checker is another person than the maker, whatever the duty', () => {
  expect(() => decideCheck(payment('DRAFT'), signer('checker', 'finance'), ask)).not.toThrow();
  expect(() => decideCheck(payment('DRAFT'), signer('maker', 'finance'), ask)).toThrow(
    expect.objectContaining({ code: 'MAKER_IS_CHECKER' }),
  );
  expect(() => decideCheck(payment('DRAFT'), signer('checker'), { expectedVersion: 1 })).toThrow(
    expect.objectContaining({ kind: 'stale', code: 'VERSION_MOVED' }),
  );
});

test.each<[string, string, object, ReturnType<typeof signer>, object]>([
  [
    'PAYMENT_STATE_WRONG',
    'signed by another meanwhile',
    { state: 'APPROVED', version: 3 },
    signer('other'),
    {},
  ],
  ['VERSION_MOVED', 'seen before it moved', {}, signer('other'), { expectedVersion: 1 }],
  ['MAKER_IS_APPROVER', 'his own', {}, signer('maker'), {}],
  ['CHECKER_IS_APPROVER', 'checked by himself', {}, signer('checker'), {}],
  ['PAYEE_IS_APPROVER', 'paid himself, by account', {}, signer('payee'), {}],
  ['PAYEE_IS_APPROVER', 'paid himself, as a member', {}, signer('other', 'chair', 'payee'), {}],
  [
    'APPROVER_DUTY_TOO_LOW',
    '10,000.00 by finance',
    { totalFen: 1_000_000 },
    signer('other', 'finance'),
    {},
  ],
  [
    'COLLECTIVE_DECISION_MISSING',
    '50,000.00 by the chair alone',
    { totalFen: 5_000_000 },
    signer('other'),
    {},
  ],
  [
    'COLLECTIVE_DECISION_MISSING',
    'minutes without a hash',
    { totalFen: 5_000_000 },
    signer('other'),
    { ...minutes, decisionSha256: '' },
  ],
  [
    'IN_FUTURE',
    'minutes of tomorrow',
    { totalFen: 5_000_000 },
    signer('other'),
    { ...minutes, decisionOn: '2026-03-03' },
  ],
])('no approval, %s: %s', (code, _, over, who, askOver) => {
  const decide = () =>
    decideApproval(payment('CHECKED', over), ['', 'payee'], who, { ...ask, ...askOver }, rules);
  expect(decide).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['finance', 999_999, {}],
  ['chair', 1_000_000, {}],
  ['chair', 4_999_999, {}],
  ['chair', 5_000_000, minutes],
])('%s approves %i', (duty, totalFen, askOver) => {
  const decide = () =>
    decideApproval(
      payment('CHECKED', { totalFen }),
      ['', 'payee'],
      signer('other', duty),
      { ...ask, ...askOver },
      rules,
    );
  expect(decide).not.toThrow();
});

test('below the first tier nobody approves', () => {
  expect(dutiesFor(99, [{ fromFen: 100, duties: ['chair'] }])).toEqual([]);
});

test('what the bank may have is not rejected any more', () => {
  const open = PAYMENT_STATES.filter((state) => {
    try {
      decideRejection(payment(state), ask);
      return true;
    } catch {
      return false;
    }
  });
  expect(open).toEqual(['DRAFT', 'CHECKED', 'APPROVED']);
});

test('the cashier is not the accountant; a file that is there is given to either', () => {
  expect(decideExport(payment('APPROVED'), signer('cashier'))).toBe('write');
  expect(() => decideExport(payment('APPROVED'), signer('checker'))).toThrow(
    expect.objectContaining({ code: 'CASHIER_IS_ACCOUNTANT' }),
  );
  expect(decideExport(payment('SENT'), signer('checker'))).toBe('written');
  expect(() => decideExport(payment('CHECKED'), signer('cashier'))).toThrow(
    expect.objectContaining({ code: 'PAYMENT_STATE_WRONG' }),
  );
});
