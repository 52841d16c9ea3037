import { expect, test } from 'vitest';
import { accounts } from './brokers.ts';
import { planNodes } from './topology.ts';

const secrets = { password: (name: string) => `secret of ${name}` };
const nodes = planNodes(7400);

test('a node without subordinates has one user', () => {
  const text = accounts(nodes[3]!, secrets);
  expect(text).toContain('user: "node", password: "secret of nats/321084/node"');
  expect(text.match(/user: /g)).toHaveLength(1);
});

test('a subordinate has an account of its own and borrows its subjects', () => {
  const text = accounts(nodes[1]!, secrets);
  expect(text.match(/user: "child_\d+"/g)).toEqual([
    'user: "child_321000"',
    'user: "child_320600"',
  ]);
  const own = text.slice(text.indexOf('  C321000 {'), text.indexOf('  C320600 {'));
  expect(own).not.toContain('320600');
  expect(own).not.toContain('jetstream');
  expect(own).toContain(
    'publish: { allow: ["in.321000.>","$JS.API.CONSUMER.MSG.NEXT.out_321000.down","$JS.ACK.out_321000.>","ask.321000.up"] }',
  );
  expect(own).toContain('subscribe: { allow: ["_INBOX_321000.>", "ask.321000.down"] }');
});

test('where a subordinate is asked, its superior alone asks, and has one answer', () => {
  const text = accounts(nodes[1]!, secrets);
  const superior = text.slice(0, text.indexOf('  C321000 {'));
  expect(superior).toContain('{ service: { account: C321000, subject: "ask.321000.down" } }');
  const own = text.slice(text.indexOf('  C321000 {'), text.indexOf('  C320600 {'));
  expect(own).toContain(
    'exports: [ { service: "ask.321000.down", response: singleton, accounts: [N320000] } ]',
  );
  expect(own).toContain('allow_responses: { max: 1, expires: "10s" }');
});
