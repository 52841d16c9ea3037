/** Hundredths of a per cent from a per cent as typed; undefined for what is none, or more than the whole. */
export function basisPointsOf(percent: string): number | undefined {
  const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent.trim()) ?? [];
  const points = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return whole === '' || points > 10_000 ? undefined : points;
}
