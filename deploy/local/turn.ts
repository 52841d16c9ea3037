// Two launchers at once would start everything twice: they take turns.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, know, type KnownProcess } from '@gonglian/embedded/pids.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import type { Home } from './home.ts';

const WAIT_LIMIT_MS = 180_000;

export async function inTurn<T>(
  home: Home,
  say: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const lock = home.path('turn.lock');
  const deadline = Date.now() + WAIT_LIMIT_MS;
  for (let said = false; !take(lock); said = true) {
    const holder = holderOf(lock);
    if (holder && !isRunning(holder)) rmSync(lock, { force: true });
    else if (Date.now() > deadline)
      throw new Trouble(`another ./gonglian is at work (process ${holder?.pid})`);
    else {
      if (!said) say('another ./gonglian is at work: waiting for it …');
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify(know(process.pid)), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined while it is being written, and when it has just gone. */
function holderOf(lock: string): KnownProcess | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as KnownProcess;
  } catch {
    return undefined;
  }
}
