// Where what an alert is about is put right.
import type { SpendingAlert } from '../shapes.ts';

type About = Pick<SpendingAlert, 'kind' | 'unionId' | 'recordId' | 'recordName' | 'sinceOn'>;

export function sourceOf({ kind, unionId, recordId, recordName, sinceOn }: About): string {
  const union = `union=${unionId}`;
  switch (kind) {
    case 'PAYMENT_NOT_EXPORTED':
    case 'DECISION_MISSING':
      return `/payments/${recordId}`;
    case 'LEG_UNMATCHED':
    case 'RECONCILIATION_MISSING':
      return `/reconciliation?${union}&bank=${encodeURIComponent(recordName)}&month=${sinceOn.slice(0, 7)}`;
    // Budget lines and earmarked funds stand on one screen; a kind that is new here is of money too.
    default:
      return `/budget?${union}`;
  }
}
