/** Of rows of four to six cards those whose last row lacks fewest, and of these the longest. */
export function columnsFor(cards: number): number {
  const lacking = (columns: number) => (columns - (cards % columns)) % columns;
  return [6, 5, 4].reduce((best, columns) => (lacking(columns) < lacking(best) ? columns : best));
}
