/** Lists of so many lines at most; no list names an account twice, since a bank would take it for one payee. */
export function inLists<Line extends { account: string }>(
  waiting: readonly Line[],
  linesMax: number,
): Line[][] {
  const lists: { lines: Line[]; accounts: Set<string> }[] = [];
  for (const one of waiting) {
    let list = lists.find(
      ({ lines, accounts }) => lines.length < linesMax && !accounts.has(one.account),
    );
    if (!list) lists.push((list = { lines: [], accounts: new Set() }));
    list.lines.push(one);
    list.accounts.add(one.account);
  }
  return lists.map(({ lines }) => lines);
}
