import { expect, test } from 'vitest';
import type { MoneyFlow, MoneyFlows } from '../shapes.ts';
import { keyOf, sankeyOf } from './sankey.ts';

const flow = (from: string, to: string, fen: number): MoneyFlow => {
  const [fromKind = '', fromPart = ''] = from.split(' ');
  const [toKind = '', toPart = ''] = to.split(' ');
  return { fromKind, fromPart, toKind, toPart, amountFen: String(fen), moveCount: '1' };
};
const pot = (potKind: string, opening: number, inFen: number, outFen: number) => ({
  potKind,
  openingFen: String(opening),
  inFen: String(inFen),
  outFen: String(outFen),
  closingFen: String(opening + inFen - outFen),
});

const year: MoneyFlows = {
  pots: [pot('own', 70, 415, 58), pot('upper', 0, 400, 300), pot('project', 0, 50, 25)],
  flows: [
    flow('payer TAX_COLLECT', 'own', 400),
    flow('payer TAX_COLLECT', 'upper', 400),
    flow('node 329999', 'own', 7),
    flow('own', 'project', 50),
    flow('project', 'own', 5),
    flow('own', 'recipient 505', 8),
    flow('recipient 505', 'own', 3),
    flow('project', 'recipient 50404', 20),
    flow('upper', 'node 321000', 300),
  ],
};

test('at each pot as much goes in as comes out', () => {
  const { nodes, bands } = sankeyOf(year);
  const sum = (side: 'source' | 'target', node: string) =>
    bands.filter((one) => one[side] === node).reduce((fen, one) => fen + one.fen, 0n);
  const pots = nodes.filter((node) => node.startsWith('pot:'));
  expect(pots).toHaveLength(3);
  for (const node of pots) expect(sum('target', node)).toBe(sum('source', node));
});

test('no way leads in a circle, though money went there and back', () => {
  const { bands } = sankeyOf(year);
  let left = bands;
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const into = new Set(left.map(({ target }) => target));
    left = left.filter(({ source }) => into.has(source));
  }
  expect(left).toEqual([]);
});

test('what came back stands at both sides; every flow has its band', () => {
  const { bands } = sankeyOf(year);
  const drawn = bands.map(({ source, target, fen }) => `${source} > ${target} ${fen}`);
  expect(drawn).toContain('pot:project > out:pot:own 5');
  expect(drawn).toContain('in:pot:project > pot:own 5');
  expect(drawn).toContain('in:opening > pot:own 70');
  expect(new Set(bands.flatMap((one) => one.flow ?? []))).toEqual(new Set(year.flows.keys()));
});

test('a flow has an address of its own', () => {
  expect(new Set(year.flows.map(keyOf)).size).toBe(year.flows.length);
});
