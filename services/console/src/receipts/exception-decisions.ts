// What may be decided about a line that waits; the node asks the same again.
export const decisions = ['assign', 'preparatory', 'reject'] as const;
export type Decision = (typeof decisions)[number];

/** They lack something that a receipt must have. */
const rejectOnly = new Set([
  'SLIP_MISSING',
  'LINE_PERIOD_WRONG',
  'LINE_DATE_WRONG',
  'LINE_AMOUNT_ZERO',
]);
/** Most often the money is in the books already. */
const twice = new Set(['SLIP_TWICE', 'SLIP_TAKEN']);

/** What suits most lines of the cause first. */
export function decisionsFor(code: string): readonly Decision[] {
  if (rejectOnly.has(code)) return ['reject'];
  return twice.has(code) ? ['reject', 'assign', 'preparatory'] : decisions;
}
