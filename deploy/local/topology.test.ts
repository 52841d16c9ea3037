import { expect, test } from 'vitest';
import { basePort, chooseNodes, planNodes, postgresPort } from './topology.ts';

const nodes = planNodes(7400);

test('every superior is a node, and knows its subordinates', () => {
  const [nation, ...below] = nodes;
  expect(nation?.superior).toBeUndefined();
  for (const node of below) {
    const superior = nodes.find((other) => other.region === node.superior);
    expect(superior?.subordinates).toContain(node.region);
  }
  expect(nodes.find((node) => node.region === '320000')?.subordinates).toEqual([
    '321000',
    '320600',
  ]);
});

test('no two programs share a port', () => {
  const ports = nodes.flatMap((node) => Object.values(node.ports));
  expect(new Set([...ports, postgresPort(7400)]).size).toBe(nodes.length * 9 + 1);
});

test('a node keeps its ports when others are left out', () => {
  expect(chooseNodes(nodes, '321084, 000000')).toEqual([nodes[0], nodes[3]]);
  expect(chooseNodes(nodes, undefined)).toEqual(nodes);
  expect(() => chooseNodes(nodes, '321084,999999')).toThrow('no node "999999"');
});

test.each(['', 'abc', '0', '65500', '7400.5'])('refuses port "%s"', (GONGLIAN_PORT) => {
  expect(() => basePort({ GONGLIAN_PORT })).toThrow('not the number of a port');
});

test('takes the port from the environment', () => {
  expect([basePort({}), basePort({ GONGLIAN_PORT: '9000' })]).toEqual([7400, 9000]);
});
