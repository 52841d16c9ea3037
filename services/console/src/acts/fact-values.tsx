// Values of facts that may not be there yet: '' leaves the fact out.
import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Int64 } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { PaidState, type WhichPayout } from '../payouts/paid-state.tsx';

/** Hashes of documents that are kept elsewhere. */
export function sealed(hashes: readonly string[]): ReactNode {
  if (hashes.every((hash) => hash === '')) return '';
  return (
    <ul>
      {hashes.map((hash) => (
        <li key={hash}>
          <code className="seal">{hash}</code>
        </li>
      ))}
    </ul>
  );
}

/** An amount that means something only from a day on. */
export function fenSince(fen: Int64, on: string): ReactNode {
  return on === '' ? '' : <Money fen={fen} />;
}

/** Where the payment stands, and the way to it; '' before one was asked for. */
export function paidState(state: string, of: WhichPayout): ReactNode {
  return state === '' ? '' : <PaidState state={state} of={of} />;
}

/** Points as people say them, from hundredths. */
export function points(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

export function itemsOf<T>(data: InfiniteData<{ items: T[] }> | undefined): T[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
