// What a judge types before he hands it in. It stays in this browser, by bench number, until it was handed in: a hall's
// network may fail in between.

/** By bench number: points as typed, and seconds. */
export type Typed = Readonly<Record<string, { points: string; seconds: string }>>;

/** 0 to 100 with two decimals at most. */
export const POINTS = '(100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?)';
const points = new RegExp(`^${POINTS}$`);

/** Undefined for what is no score. */
export function hundredths(typed: string): number | undefined {
  const said = typed.trim();
  if (!points.test(said)) return undefined;
  const [whole = '', part = ''] = said.split('.');
  return Number(whole + part.padEnd(2, '0'));
}

/** Only what was typed, in the order of the benches; undefined where something of it is no score. */
export function sheetOf(benchNos: readonly number[], typed: Typed) {
  const scores = benchNos.flatMap((benchNo) => {
    const { points: said = '', seconds = '' } = typed[benchNo] ?? {};
    return said.trim() === ''
      ? []
      : [{ benchNo, scoreHundredths: hundredths(said), seconds: Number(seconds) }];
  });
  const read = scores.filter((one) => one.scoreHundredths !== undefined);
  return read.length < scores.length
    ? undefined
    : (read as { benchNo: number; scoreHundredths: number; seconds: number }[]);
}

const PREFIX = 'gonglian.scores.';

/** Nothing where the browser keeps nothing. */
export function keptScores(place: string): Typed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + place) ?? '{}');
    return kept !== null && typeof kept === 'object' ? (kept as Typed) : {};
  } catch {
    return {};
  }
}

export function keepScores(place: string, typed: Typed | undefined): void {
  try {
    if (typed === undefined) localStorage.removeItem(PREFIX + place);
    else localStorage.setItem(PREFIX + place, JSON.stringify(typed));
  } catch {
    // Without a place to keep them they are kept by the page alone.
  }
}
