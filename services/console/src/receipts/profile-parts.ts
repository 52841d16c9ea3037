// The five parts of a split, typed in per cent and kept in whole hundredths of one.
export const partNames = [
  'grassrootsBp',
  'countyBp',
  'cityBp',
  'provinceBp',
  'nationalBp',
] as const;
export type PartName = (typeof partNames)[number];

export const wholeBasisPoints = 10_000;

/** Digit by digit, so that 0.05 is 5; undefined for what is no part of a hundred. */
export function basisPointsOf(percent: string): number | undefined {
  const read = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent.trim());
  if (!read) return undefined;
  const [, whole = '', part = ''] = read;
  const basisPoints = Number(whole + part.padEnd(2, '0'));
  return basisPoints > wholeBasisPoints ? undefined : basisPoints;
}

/** What is missing to the whole, in hundredths of a per cent; below zero for too much. */
export function missingOf(percents: Readonly<Record<PartName, string>>): number {
  const sum = partNames.reduce((total, name) => total + (basisPointsOf(percents[name]) ?? 0), 0);
  return wholeBasisPoints - sum;
}
