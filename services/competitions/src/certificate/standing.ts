/** How somebody honoured stands: what allowances and visits go by. */
export const STANDINGS = [
  'LIVING',
  'DECEASED',
  'MOVED',
  'INVESTIGATED',
  'EMIGRATED',
  'UNTRACEABLE',
] as const;
export type Standing = (typeof STANDINGS)[number];
