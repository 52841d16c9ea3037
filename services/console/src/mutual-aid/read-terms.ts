// Terms as they are typed: tiers and lump sums one a line, of which the last tier has no upper end.
import { basisPoints, readPairs } from '../grants/read-pairs.ts';
import { fenOf } from '../settlements/fen.ts';
import type { FormValues } from '../ui/form-dialog.tsx';

export const PLAN_KINDS = ['HOSPITAL', 'HOSPITAL_DAY', 'LUMP_SUM'] as const;

const percentOf = (typed: string) => basisPoints(typed.replace(/[%％]$/u, ''));

/** Up to how much, and at what rate: the last line says 以上 (above), or anything that is no amount. */
export const readTiers = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      // The rate is what stands last: an amount may be typed with its thousands parted.
      const read = /^(?<upTo>.+?)[\s,，]+(?<rate>[\d.]+[%％]?)$/u.exec(line);
      const { upTo = '', rate = '' } = read?.groups ?? {};
      return { upToFen: fenOf(upTo), rateBp: percentOf(rate) };
    });

export const readLumpSums = (text: string) =>
  readPairs(text).map(([diseaseCode, yuan]) => ({
    diseaseCode: diseaseCode.toUpperCase(),
    amountFen: fenOf(yuan),
  }));

/** What the plan's kind does not ask for is empty. */
export function termsOf(kind: string, said: FormValues) {
  const of = (name: string, ...kinds: string[]) =>
    kinds.length === 0 || kinds.includes(kind) ? (said[name] ?? '').trim() : '';
  return {
    termsVersion: 0,
    effectiveFrom: of('effectiveFrom'),
    orderedBy: of('orderedBy'),
    tiers: readTiers(of('tiers', 'HOSPITAL')),
    residentBp: percentOf(of('resident', 'HOSPITAL')),
    residentThirdBp: percentOf(of('residentThird', 'HOSPITAL')),
    minFen: fenOf(of('minimum', 'HOSPITAL')),
    capFen: fenOf(of('cap')),
    fromDay: Number(of('fromDay', 'HOSPITAL_DAY')) || 0,
    perDayFen: fenOf(of('perDay', 'HOSPITAL_DAY')),
    lumpSums: readLumpSums(of('lumpSums', 'LUMP_SUM')),
  };
}
