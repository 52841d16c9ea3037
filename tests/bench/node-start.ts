import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openFederation } from '../federation.ts';
import { median, printRows, type BenchRow } from '@gonglian/testing/bench.ts';

const runs = 3;

/** How long `up` takes on a machine that has its packages, and what six idle nodes hold in memory. */
export async function run(): Promise<BenchRow[]> {
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const federation = await openFederation({ cold: true, onDisk: true });
    try {
      const startedAt = performance.now();
      const up = await federation.run('up', '--detach', '--no-demo');
      if (up.code !== 0) throw new Error(up.output);
      seconds.push((performance.now() - startedAt) / 1000);
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      megabytes.push(memoryOf(federation.home) / 1024);
    } finally {
      await federation.remove();
    }
  }
  const started = median(seconds);
  const held = median(megabytes);
  return [
    absolute(
      'up, six nodes, new databases, without the demo',
      started,
      's',
      '≤ 90 s',
      started <= 90,
    ),
    absolute('six idle nodes with brokers and database', held, 'MB', '≤ 2048 MB', held <= 2048),
  ];
}

function absolute(name: string, value: number, unit: string, goal: string, met: boolean): BenchRow {
  return { name, value, unit, limitName: '', limitValue: undefined, ratio: undefined, goal, met };
}

/** Proportional memory (kB) of every process whose command line or parent names this federation's folder. */
function memoryOf(home: string): number {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<string, string>();
  const ours = new Set<string>();
  for (const pid of processes) {
    const status = read(path.join('/proc', pid, 'status'));
    parents.set(pid, /^PPid:\s+(\d+)/m.exec(status)?.[1] ?? '');
    if (read(path.join('/proc', pid, 'cmdline')).includes(home)) ours.add(pid);
  }
  for (const [pid, parent] of parents) if (ours.has(parent)) ours.add(pid);
  let sum = 0;
  for (const pid of ours) {
    sum += Number(/^Pss:\s+(\d+)/m.exec(read(path.join('/proc', pid, 'smaps_rollup')))?.[1] ?? 0);
  }
  return sum;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended, or is another user's
  }
}

if (import.meta.main) printRows(await run());
