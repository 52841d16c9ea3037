import { expect, test } from 'vitest';
import { firstScreen } from './first-screen.ts';
import { mayOpen, screenNames, screens } from './screens.ts';
import type { Screen } from './screen.ts';
import type { NodeFacts, Session } from './shapes.ts';

const root = 'root';
const node = { rootUnionId: root } as NodeFacts;

function inDuty(duty: string, scopeUnionId = root): Session {
  return { duty: { duty, scopeUnionId } } as Session;
}

test.each([
  ['clerk', root, 'work'],
  ['chair', 'township', 'work'],
  ['supervisor', root, 'rollup'],
  ['finance', root, 'books'],
  ['auditor', 'township', 'rollup'],
  ['admin', root, 'links'],
  ['member', root, 'my'],
  // The node's health concerns the whole node: another screen takes its place.
  ['admin', 'township', 'rollup'],
])('%s over %s begins at %s', (duty, scope, first) => {
  expect(firstScreen(inDuty(duty, scope), node)).toBe(first);
});

test.each([
  ['links', 'clerk', root, true],
  ['links', 'clerk', 'township', false],
  ['duties', 'admin', root, true],
  ['duties', 'clerk', root, false],
  ['members', 'supervisor', root, false],
  ['sessions', 'member', root, true],
] as const)('whether %s opens to a %s over %s: %s', (screen, duty, scope, opens) => {
  expect(mayOpen(screen, inDuty(duty, scope), node)).toBe(opens);
});

test('nobody without a duty opens anything', () => {
  const nobody = { duty: null } as Session;
  expect(screenNames.filter((name) => mayOpen(name, nobody, node))).toEqual([]);
});

test('every screen says for whom it is and what it asks for', () => {
  const unsaid = screenNames.filter((name) => {
    const { duties, permission }: Screen = screens[name];
    return duties.length === 0 || !/^[a-z]+\.[a-z-]+\.[a-z-]+$/.test(permission);
  });
  expect(unsaid).toEqual([]);
});
