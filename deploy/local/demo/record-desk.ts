// Who keeps a county's records, and of whom they are.
import { createHash } from 'node:crypto';
import { addDays } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { openClient, type NodeClient } from '../node-api.ts';
import { person } from './people.ts';
import type { YearPlan } from './plan.ts';
import { seeded } from './random.ts';
import type { RecordsPlan } from './records-plan.ts';
import { baseUnionRows, townshipsOf, type Township, type UnionRow } from './unions.ts';

/** Whatever is recorded there. */
export interface CountyDesk {
  clerk: NodeClient;
  chair: NodeClient;
  root: string;
  region: string;
  nodeNumber: number;
  townships: readonly Township[];
  /** Unions with a host of their own, from before the year. */
  unions: readonly UnionRow[];
  random: () => number;
}

export interface RecordDesk extends CountyDesk {
  plan: RecordsPlan;
}

export async function openCountyDesk(
  origin: string,
  plan: YearPlan,
  nodeNumber: number,
): Promise<CountyDesk> {
  const { region } = plan;
  const random = seeded(`gonglian ${region}`);
  const townships = townshipsOf(region);
  const base = baseUnionRows(plan, townships, random);
  return {
    clerk: await openClient(region, origin, 'clerk'),
    chair: await openClient(region, origin, 'chair'),
    root: nodeRootUnionId(region),
    region,
    nodeNumber,
    townships,
    unions: base.filter(({ kind }) => kind === 'SINGLE_GRASSROOTS'),
    random,
  };
}

/** One of the members from before the year: the same for the same number. */
export function somebody({ nodeNumber }: CountyDesk, n: number) {
  const { name: personName, idNumber } = person(nodeNumber, n);
  return { personName, idNumber };
}

/** In turn; with a long way between those of one thing and those of another. */
export function unionFor({ unions }: CountyDesk, n: number): UnionRow {
  const union = unions[n % unions.length];
  if (!union) throw new Error('there is no union of before the year');
  return union;
}

/** The nth of so many days that are spread over the year from February on. */
export function dayOf(n: number, count: number, from = '2020-02-10', days = 290): string {
  return addDays(from, Math.floor((n * days) / Math.max(1, count)));
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
