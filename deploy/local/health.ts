import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '@gonglian/embedded/pids.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { lastWords, type Running } from './processes.ts';

const READY_TIMEOUT_MS = 120_000;

export function webAddress(port: number): string {
  return `http://127.0.0.1:${port}`;
}

export async function isHealthy(port: number): Promise<boolean> {
  try {
    const url = `${webAddress(port)}/healthz`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not listening yet, or too busy to answer
  }
}

export async function waitUntilHealthy(running: Running, signal: AbortSignal): Promise<void> {
  const { name, log, port } = running;
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await isHealthy(port))) {
    signal.throwIfAborted();
    if (!isRunning(running)) throw new Trouble(`${name} ended: ${lastWords(running)} (${log})`);
    if (Date.now() > deadline) {
      const late = `${name} is not ready after ${READY_TIMEOUT_MS / 1000} s`;
      throw new Trouble(`${late}: ${lastWords(running)} (${log})`);
    }
    await sleep(150);
  }
}
