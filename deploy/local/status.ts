import { parseArgs } from 'node:util';
import { isRunning } from '@gonglian/embedded/pids.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { isHealthy, webAddress } from './health.ts';
import { openHome } from './home.ts';
import { openClient } from './node-api.ts';
import { KINDS, remembered, type Running } from './processes.ts';

/** As GET /links says it; 64-bit numbers are texts. */
export interface Links {
  uplink?: {
    superior: string;
    connected: boolean;
    lastPosition: string;
    sentPosition: string;
    receiptedPosition: string;
    lagSeconds: string;
    alarm: string;
  };
  downlinks: {
    subordinate: string;
    name: string;
    appliedPosition: string;
    /** Empty where it has said nothing yet. */
    receivedAt: string;
    ageSeconds: string;
    stale: boolean;
  }[];
}

/** Logging in and asking are two calls: all nodes are asked at once, so this twice bounds the whole. */
const CALL_MS = 1000;

/** Ends with 1 when something that was started does not run, or a node does not answer. */
export async function status(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const running = remembered(openHome());
  if (running.length === 0) {
    console.log('nothing runs; ./gonglian up starts it');
    return 0;
  }
  const rank = (one: Running) => `${KINDS.indexOf(one.kind)} ${one.name}`;
  const sorted = running.toSorted((a, b) => rank(a).localeCompare(rank(b)));
  const looks = await Promise.all(sorted.map(look));
  for (const { lines } of looks) for (const line of lines) console.log(line);
  return looks.every(({ well }) => well) ? 0 : 1;
}

async function look(one: Running): Promise<{ lines: string[]; well: boolean }> {
  const alive = isRunning(one);
  const asked = alive && one.kind === 'node';
  const [answers, links] = await Promise.all([
    asked ? isHealthy(one.port) : alive,
    asked ? linksOf(one) : [],
  ]);
  const state = !alive ? 'ended' : answers ? 'running' : 'no answer';
  const where = one.kind === 'node' ? webAddress(one.port) : `port ${one.port}`;
  const line = `${one.name.padEnd(12)} ${state.padEnd(10)} ${String(one.pid).padEnd(8)} ${where}`;
  const well = state === 'running';
  return { lines: [line, ...links, ...(well ? [] : [`  see ${one.log}`])], well };
}

async function linksOf({ name, port }: Running): Promise<string[]> {
  const quick = { attempts: 1, timeoutMs: CALL_MS };
  try {
    const client = await openClient(name, webAddress(port), 'auditor', quick);
    return describeLinks(await client.get<Links>('/links'));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return ['  links: no answer']; // it does not run in development, or is too busy
  }
}

/** A line for the link to the superior, where there is one, and a line for each subordinate's part. */
export function describeLinks({ uplink, downlinks }: Links): string[] {
  return [
    ...(uplink ? [`  to ${uplink.superior}: ${describeUplink(uplink)}`] : []),
    ...downlinks.map(({ subordinate, name, appliedPosition, receivedAt, ageSeconds, stale }) => {
      const age = `${ageSeconds} s old${stale ? ', STALE' : ''}, up to ${appliedPosition}`;
      const part = receivedAt === '' ? 'nothing heard yet' : age;
      return `  from ${[subordinate, name].filter(Boolean).join(' ')}: ${part}`;
    }),
  ];
}

function describeUplink(uplink: NonNullable<Links['uplink']>): string {
  const last = Number(uplink.lastPosition);
  const waiting = last - Number(uplink.receiptedPosition);
  const unsent = last - Number(uplink.sentPosition);
  const lag =
    waiting === 0
      ? `all ${last} receipted`
      : `${waiting} of ${last} without receipt, ${unsent} unsent, oldest ${uplink.lagSeconds} s`;
  const alarm = uplink.alarm === '' ? '' : `, ALARM: ${uplink.alarm}`;
  return `${uplink.connected ? '' : 'not connected, '}${lag}${alarm}`;
}
