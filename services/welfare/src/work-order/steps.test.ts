import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  decideExtension,
  decideStep,
  STEPS,
  WORK_ORDER_STATES,
  type WorkOrderState,
  type WorkOrderStep,
} from './steps.ts';

const here = (state: WorkOrderState) => ({ state, fromNode: '', heldBy: '' });
const open: WorkOrderState[] = [
  'RECEIVED',
  'CLASSIFIED',
  'ANSWERED',
  'DISPATCHED',
  'RETURNED',
  'ACCEPTED',
  'HANDLING',
  'WAITING',
  'REPLIED',
  'LEVEL_REVIEW',
  'CALLBACK',
  'REOPENED',
];
const classified = open.slice(1);
const same = '';
/** Written a second time, from domain §3.7: from, to, and who must have it. */
const TABLE: Record<
  WorkOrderStep,
  readonly [readonly WorkOrderState[], WorkOrderState | '', string]
> = {
  CLASSIFY: [['RECEIVED'], 'CLASSIFIED', 'received and lying here'],
  ANSWER: [['CLASSIFIED'], 'ANSWERED', 'received and lying here'],
  DISPATCH: [['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'], 'DISPATCHED', 'lying here'],
  ACCEPT: [['DISPATCHED'], 'ACCEPTED', 'lying here'],
  RETURN: [['DISPATCHED', 'RETURNED'], 'RETURNED', 'lying here'],
  HANDLE: [['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'], 'HANDLING', 'lying here'],
  WAIT: [['HANDLING'], 'WAITING', 'lying here'],
  RESUME: [['WAITING'], 'HANDLING', 'lying here'],
  ASK_EXTENSION: [['HANDLING'], same, 'lying here'],
  GRANT_EXTENSION: [classified, same, 'received here'],
  DENY_EXTENSION: [classified, same, 'received here'],
  REPLY: [['HANDLING'], 'REPLIED', 'lying here'],
  PASS: [['REPLIED', 'LEVEL_REVIEW'], 'CALLBACK', 'lying here'],
  SEND_BACK: [['REPLIED', 'LEVEL_REVIEW'], 'ACCEPTED', 'lying here'],
  CLOSE: [['ANSWERED', 'CALLBACK'], 'CLOSED', 'received and lying here'],
  REOPEN: [['CALLBACK'], 'REOPENED', 'received and lying here'],
  ARCHIVE: [['CLOSED'], 'ARCHIVED', 'received and lying here'],
  SUPERVISE: [classified, same, 'anywhere'],
  MERGE: [['RECEIVED', 'CLASSIFIED'], 'MERGED', 'received and lying here'],
  CANCEL: [open, 'CANCELLED', 'received here'],
  TRANSFER_OUT: [
    ['CLASSIFIED', 'RETURNED', 'HANDLING', 'REOPENED'],
    'TRANSFERRED_OUT',
    'received and lying here',
  ],
};
const steps = Object.keys(STEPS) as WorkOrderStep[];

test.each(steps)('%s: from its own states only', (step) => {
  const [from, to] = TABLE[step];
  for (const state of WORK_ORDER_STATES) {
    const code = codeOf(() => decideStep(here(state), step));
    expect(code).toBe(from.includes(state) ? undefined : 'WORK_ORDER_STATE_WRONG');
  }
  for (const state of from) expect(decideStep(here(state), step)).toBe(to || state);
});

test.each(steps)('%s: by whoever may', (step) => {
  const [[first = 'RECEIVED'], , where] = TABLE[step];
  const from = { ...here(first), fromNode: '329900' };
  const away = { ...here(first), heldBy: '329901' };
  expect(codeOf(() => decideStep(from, step))).toBe(
    where.startsWith('received') ? 'WORK_ORDER_RECEIVED_ELSEWHERE' : undefined,
  );
  expect(codeOf(() => decideStep(away, step))).toBe(
    where.endsWith('lying here') ? 'WORK_ORDER_AT_NEIGHBOUR' : undefined,
  );
});

test('an answer that one level has passed is looked at by the next', () => {
  expect(decideStep({ ...here('REPLIED'), fromNode: '329900' }, 'PASS')).toBe('LEVEL_REVIEW');
  expect(decideStep({ ...here('LEVEL_REVIEW'), fromNode: '320000' }, 'PASS')).toBe('LEVEL_REVIEW');
});

const days = (count: number) => ({ days: count, daysMax: 15 });
const extended = (extension: '' | 'ASKED' | 'GRANTED' | 'DENIED') => ({
  extension,
  extensionDays: 0,
});

test('an extension is asked for once, and granted or denied', () => {
  expect(decideExtension(extended(''), 'ASK_EXTENSION', days(0)).extension).toBe('ASKED');
  expect(decideExtension(extended('ASKED'), 'GRANT_EXTENSION', days(5))).toEqual({
    extension: 'GRANTED',
    extensionDays: 5,
  });
  expect(decideExtension(extended('ASKED'), 'DENY_EXTENSION', days(0)).extension).toBe('DENIED');
});

test.each([
  ['WORK_ORDER_EXTENDED_ONCE', 'ASKED', 'ASK_EXTENSION', 0],
  ['WORK_ORDER_EXTENDED_ONCE', 'DENIED', 'ASK_EXTENSION', 0],
  ['WORK_ORDER_EXTENSION_NOT_ASKED', '', 'GRANT_EXTENSION', 5],
  ['WORK_ORDER_EXTENSION_NOT_ASKED', 'GRANTED', 'DENY_EXTENSION', 0],
  ['WORK_ORDER_EXTENSION_DAYS', 'ASKED', 'GRANT_EXTENSION', 0],
  ['WORK_ORDER_EXTENSION_DAYS', 'ASKED', 'GRANT_EXTENSION', 16],
] as const)('%s: %s, %s of %i days', (code, extension, step, asked) => {
  expect(codeOf(() => decideExtension(extended(extension), step, days(asked)))).toBe(code);
});
