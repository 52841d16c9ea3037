import { chartAccount } from '@gonglian/kernel/chart.ts';
import type { TrialLine } from './trial-balance.ts';
import type { Leg } from './voucher.ts';

/** Where a year's income and expenditure go: of projects to 321, all else to 322 (domain §5.7). */
const TARGETS = { project: '32103', own: '32203' } as const;
/** On one voucher; each may need a leg of the target beside its own, and a voucher holds a thousand. */
const SOURCES_MAX = 450;

/** A year that was opened again is closed again, with what was posted since: the part tells the times apart. */
export const yearCloseKey = (year: number | string, part: string): string =>
  `year-close:${year}:${part}`;

export interface Carried {
  target: string;
  legs: Leg[];
  /** What the target gains; below zero where more was spent than came in. */
  gainFen: number;
}

/** What empties every income and expenditure account: for each target as many vouchers as its accounts need. */
export function decideYearClose(
  lines: readonly (Pick<TrialLine, 'code' | 'partyId' | 'project' | 'mark'> & {
    closingFen: number;
  })[],
): Carried[] {
  const closing = lines.filter(({ code, closingFen }) => closingFen !== 0 && isOfYear(code));
  return (['project', 'own'] as const).flatMap((kind) => {
    const mine = closing.filter(({ project }) => (project !== '') === (kind === 'project'));
    const carried: Carried[] = [];
    for (let at = 0; at < mine.length; at += SOURCES_MAX)
      carried.push(carry(TARGETS[kind], mine.slice(at, at + SOURCES_MAX)));
    return carried;
  });
}

function isOfYear(code: string): boolean {
  const kind = chartAccount(code)?.kind;
  return kind === 'INCOME' || kind === 'EXPENDITURE';
}

function carry(target: string, sources: Parameters<typeof decideYearClose>[0]): Carried {
  const legs = sources.map(({ code, partyId, project, mark, closingFen }) => ({
    account: { code, partyId, project, mark },
    amountFen: -closingFen,
  }));
  const byProject = new Map<string, number>();
  for (const { project, closingFen } of sources)
    byProject.set(project, (byProject.get(project) ?? 0) + closingFen);
  // A project that came out even needs no leg: an amount of nothing is none.
  const carried = [...byProject]
    .filter(([, fen]) => fen !== 0)
    .map(([project, amountFen]) => ({ account: { code: target, project }, amountFen }));
  const gainFen = carried.reduce((sum, { amountFen }) => sum - amountFen, 0);
  return { target, legs: [...legs, ...carried], gainFen };
}
