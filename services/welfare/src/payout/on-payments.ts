import { hearPayments, type HeardLine } from '@gonglian/payout/on-payments.ts';
import { hearWarmthPaid } from '../campaign/hear-warmth-paid.ts';
import { hearClaimsPaid } from '../mutual-aid/hear-claims-paid.ts';
import type { Own, Tx } from '../pipeline.ts';
import { hearRelief } from '../relief/hear-relief.ts';
import type { PayoutKind } from './payout-policy.ts';

type Hear = (tx: Tx, lines: readonly HeardLine[]) => Promise<void>;

/** By kind, what its area does once the bank has paid or not paid; an area that reads payout_state needs nothing here. */
const HEAR: Partial<Record<PayoutKind, Hear>> = {
  LIVING_RELIEF: hearRelief,
  MEDICAL_RELIEF: hearRelief,
  STUDY_AID: hearRelief,
  TEMPORARY_RELIEF: hearRelief,
  WARMTH_GIFT: hearWarmthPaid,
  MUTUAL_AID_CLAIM: hearClaimsPaid,
};

export const onPayments = hearPayments<Own>({
  service: 'welfare',
  async heard(tx, lines) {
    for (const [kind, some] of Map.groupBy(lines, ({ payoutKind }) => payoutKind))
      await HEAR[kind as PayoutKind]?.(tx, some);
  },
});
