/** The one row that a statement always answers. */
export function firstOf<Row>(rows: readonly Row[]): Row {
  const [first] = rows;
  if (first === undefined) throw new Error('the statement answered no row');
  return first;
}
