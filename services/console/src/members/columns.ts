// Which columns the register has, and which of them are shown. The address holds the choice, so a link shows the same.
export const columns = [
  'state',
  'union',
  'memberNo',
  'joinedOn',
  'appliedOn',
  'channel',
  'idNumber',
  'phone',
  'codes',
] as const;
export type Column = (typeof columns)[number];

const ofMembers: readonly Column[] = [
  'state',
  'union',
  'memberNo',
  'joinedOn',
  'idNumber',
  'phone',
  'codes',
];
const ofApplicants: readonly Column[] = ['union', 'appliedOn', 'channel', 'idNumber', 'phone'];

/** What is shown where nobody has chosen. */
export function usualColumns(state: string): readonly Column[] {
  return state === 'APPLIED' ? ofApplicants : ofMembers;
}

/** The columns an address names, in their own order; the usual ones where it names none that exist. */
export function readColumns(chosen: string, state: string): readonly Column[] {
  const named = chosen.split('.');
  const known = columns.filter((column) => named.includes(column));
  return known.length === 0 ? usualColumns(state) : known;
}

/** For the address; empty where the choice is the usual one. */
export function writeColumns(shown: readonly Column[], state: string): string {
  const inOrder = columns.filter((column) => shown.includes(column));
  const usual = usualColumns(state);
  const same = inOrder.length === usual.length && usual.every((one) => inOrder.includes(one));
  return same ? '' : inOrder.join('.');
}
