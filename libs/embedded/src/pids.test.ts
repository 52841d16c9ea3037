import { expect, test } from 'vitest';
import { commandOf, endProcess, isRunning, know } from './pids.ts';

test('knows a running process, and a later one of the same number for a stranger', async () => {
  const self = know(process.pid);
  expect(isRunning(self)).toBe(true);
  const stranger = { ...self, mark: 'another start' };
  expect(isRunning(stranger)).toBe(false);
  await endProcess(stranger); // or this test would not end well
});

test('a process that never was does not run', () => {
  expect(isRunning(know(2 ** 22 + 1))).toBe(false);
  expect(commandOf(2 ** 22 + 1)).toBe('');
});
