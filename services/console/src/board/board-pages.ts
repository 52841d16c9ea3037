/** As many as stand on one screen in letters that the last row of a hall reads. */
export const rowsAPage = 10;

/** Page after page, and from the first again. */
export function pageOf<Row>(rows: readonly Row[], turn: number): readonly Row[] {
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const from = (turn % pages) * rowsAPage;
  return rows.slice(from, from + rowsAPage);
}
