import { parseArgs } from 'node:util';
import { isRunning } from '@gonglian/embedded/pids.ts';
import { isHealthy, webAddress } from './health.ts';
import { openHome } from './home.ts';
import { KINDS, remembered, type Running } from './processes.ts';

/** Ends with 1 when something that was started does not run, or a node does not answer. */
export async function status(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const running = remembered(openHome());
  if (running.length === 0) {
    console.log('nothing runs; ./gonglian up starts it');
    return 0;
  }
  const rank = (one: Running) => `${KINDS.indexOf(one.kind)} ${one.name}`;
  let faults = 0;
  for (const one of running.toSorted((a, b) => rank(a).localeCompare(rank(b)))) {
    const state = await stateOf(one);
    const where = one.kind === 'node' ? webAddress(one.port) : `port ${one.port}`;
    console.log(`${one.name.padEnd(12)} ${state.padEnd(10)} ${String(one.pid).padEnd(8)} ${where}`);
    if (state === 'running') continue;
    faults += 1;
    console.log(`  see ${one.log}`);
  }
  return faults === 0 ? 0 : 1;
}

async function stateOf(one: Running): Promise<'running' | 'ended' | 'no answer'> {
  if (!isRunning(one)) return 'ended';
  return one.kind !== 'node' || (await isHealthy(one.port)) ? 'running' : 'no answer';
}
