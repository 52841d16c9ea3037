import { expect, test } from 'vitest';
import { sharedSlices, strayImports, strayTransports } from './tidy/imports.ts';
import { languageGaps, rules } from './tidy/rules.ts';
import { readSources, toSource } from './tidy/source.ts';

const sources = readSources();

test('all of the tree is read', () => {
  expect(sources.length).toBeGreaterThan(200);
  for (const area of ['libs/kernel', 'libs/service', 'services/sync', 'deploy/local', 'tests']) {
    expect(sources.map((source) => source.area)).toContain(area);
  }
});

test.each(Object.entries(rules))('%s', (_, rule) => {
  expect(sources.flatMap(rule)).toEqual([]);
});

test('nobody imports what is above or beside him', () => {
  expect(strayImports(sources)).toEqual([]);
});

test('only the libraries see the broker and gRPC', () => {
  expect(strayTransports(sources)).toEqual([]);
});

test('a use case is imported by its service and its tests only', () => {
  expect(sharedSlices(sources)).toEqual([]);
});

test('both languages of the console have the same keys', () => {
  expect(languageGaps()).toEqual([]);
});

// A rule that finds nothing anywhere is worth nothing: each is shown what it is there to find, and what it is not.

const pure =
  'export function decideIt(a: Ask, now: Date) { if (a.on < now) throw refused("LATE"); }';
const tested = (body: string) => `test('x', async () => {\n${body}\n});\n`;

test.each([
  ['decisions are pure', 'decideIt(a: Ask) { return Date.now(); }', pure],
  ['decisions are pure', 'decideIt(a: Ask): { x: number } {\n return em.find(A); }', pure],
  ['the environment is read in main.ts and config.ts only', 'process.env["A"]', '"process.env"'],
  ['files have at most 300 lines', 'x\n'.repeat(301), 'x\n'.repeat(300)],
  [
    'functions have at most 50 lines of their own',
    `f() {${'\n'.repeat(51)}}`,
    `f() {${'\n'.repeat(50)}}`,
  ],
  ['lines of code have at most 100 columns', `f(${'a, '.repeat(40)})`, `f('${'a, '.repeat(40)}')`],
  ['names say something', 'export class MemberService {}', 'export interface TestService {}'],
  ['interfaces have no prefix', 'interface IMember {}', 'interface Item {}'],
  ['nothing is left to do', '// TODO: later', 'const todo = "TODO";'],
  ['nothing is any', 'x as any', '// x as any'],
  ['no test is left out', "test.only('x', () => expect(1))", "test('x.only(', () => expect(1))"],
])('the rule that %s finds what it is there for', (name, wrong, right) => {
  const rule = rules[name];
  const body = (text: string) => (/^(decide|f)\w*\(/.test(text) ? `function ${text}` : text);
  expect(rule?.(toSource('services/a/src/b/c.ts', body(wrong)))).toHaveLength(1);
  expect(rule?.(toSource('services/a/src/b/c.ts', right))).toEqual([]);
});

test('files are in kebab-case: finds other names, barrels and names that say nothing', () => {
  const named = (path: string) =>
    Object.values(rules).flatMap((rule) => rule(toSource(`libs/a/src/${path}`, 'const a = 1;\n')));
  expect(named('memberList.ts')).toHaveLength(1);
  expect(named('index.ts')).toHaveLength(1);
  expect(named('date-utils.ts')).toHaveLength(1);
  expect(named('common.ts')).toHaveLength(1);
  expect(named('service.ts')).toEqual([]);
  expect(named('member-list.int.test.ts')).toEqual([]);
});

test('each test asserts something: itself or through a function of its file', () => {
  const rule = rules['each test asserts something'];
  const check = (text: string) => rule?.(toSource('libs/a/src/b.test.ts', text));
  expect(check(tested('  await call();'))).toHaveLength(1);
  expect(check(tested('  expect(1).toBe(1);'))).toEqual([]);
  expect(
    check(`const holds = (n: number) => expect(n).toBe(1);\n${tested('  holds(1);')}`),
  ).toEqual([]);
  expect(check(`${tested('  expect(1).toBe(1);')}${tested('  await call();')}`)).toHaveLength(1);
});

test('the words of the console are in its language files: finds Chinese in code, not in comments', () => {
  const rule = rules['the words of the console are in its language files'];
  const check = (text: string) => rule?.(toSource('services/console/src/a.tsx', text));
  expect(check("const a = '工会';")).toHaveLength(1);
  expect(check('<b>工会</b>')).toHaveLength(1);
  expect(check('const a = 1; // 工会')).toEqual([]);
});

const slice = "import { command } from '../pipeline.ts';\nexport const doIt = command({});\n";

test.each([
  ['a lib imports a service', 'libs/kernel/src/a.ts', "import { a } from '@gonglian/sync/a.ts';"],
  [
    'a lib imports a higher one',
    'libs/outbox/src/a.ts',
    "import type { A } from '@gonglian/service/a.ts';",
  ],
  [
    'a service imports another',
    'services/sync/src/a.ts',
    "import {\n  a,\n} from '@gonglian/membership/a.ts';",
  ],
  [
    'by a relative path',
    'services/sync/src/a.ts',
    "export { a } from '../../membership/src/a.ts';",
  ],
  [
    'by a dynamic import',
    'services/sync/src/a.ts',
    "const a = await import('@gonglian/membership/a.ts');",
  ],
  [
    'a test of a lib imports a higher one',
    'libs/rpc/src/a.test.ts',
    "import '@gonglian/service/a.ts';",
  ],
  [
    'a service imports the testing library',
    'services/sync/src/a.ts',
    "import '@gonglian/testing/a.ts';",
  ],
])('nobody imports what is above or beside him: %s', (_, path, text) => {
  expect(strayImports([toSource(path, text)])).toHaveLength(1);
});

test('what only tests import may use the testing library; what a service imports too may not', () => {
  const fixture = toSource('services/sync/src/scene.ts', "import '@gonglian/testing/a.ts';");
  const reader = toSource('services/sync/src/a.test.ts', "import './scene.ts';");
  const main = toSource('services/sync/src/main.ts', "import './scene.ts';");
  expect(strayImports([fixture, reader])).toEqual([]);
  expect(strayImports([fixture, reader, main])).toHaveLength(1);
});

test('a use case is imported by its service only: a sibling is found', () => {
  const one = toSource('services/sync/src/cells/one.ts', slice);
  const two = toSource(
    'services/sync/src/peers/two.ts',
    `import { doIt } from '../cells/one.ts';\n${slice}`,
  );
  const table = toSource('services/sync/src/service.ts', "import { doIt } from './cells/one.ts';");
  expect(sharedSlices([one, two, table])).toHaveLength(1);
  expect(sharedSlices([one, table])).toEqual([]);
});

test('only the libraries see the broker and gRPC: a service that does is found', () => {
  const nats = "import { jetstream } from '@nats-io/jetstream';";
  expect(strayTransports([toSource('services/sync/src/a.ts', nats)])).toHaveLength(1);
  expect(strayTransports([toSource('libs/messaging/src/a.ts', nats)])).toEqual([]);
});
