import type { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';

/** Joint unions keep a list of employers; the union of one employer is that employer's and of nobody else. */
export function coversHost({
  kind,
  hostUscc,
}: Pick<UnionEstablished, 'kind' | 'hostUscc'>): boolean {
  return kind === 'SINGLE_GRASSROOTS' && hostUscc !== '';
}
