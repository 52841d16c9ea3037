// What is pasted into a box, a pair a line: a tier and its amount, a region and its tier.
import { fenOf } from '../settlements/fen.ts';

/** Name and value of each line, parted by a comma, a tab or spaces; empty lines are left out. */
export function readPairs(text: string): (readonly [name: string, value: string])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/[,，\t ]+/);
      // An amount may be typed with its thousands parted.
      return [name, rest.join('')] as const;
    });
}

export const readTiers = (text: string) =>
  readPairs(text).map(([tier, yuan]) => ({ tier, amountFen: fenOf(yuan) }));

export const readMembers = (text: string) =>
  readPairs(text).map(([regionCode, tier]) => ({ regionCode, tier }));

export const readCollected = (text: string) =>
  readPairs(text).map(([regionCode, yuan]) => ({ regionCode, collectedFen: fenOf(yuan) }));

/** Basis points from a percentage as typed; 0 for what is none. */
export function basisPoints(percent: string): number {
  const read = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(percent.trim());
  if (!read) return 0;
  const [, whole = '', part = ''] = read;
  return Number(whole + part.padEnd(2, '0'));
}
