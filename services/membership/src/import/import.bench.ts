// Measures an import of a large workbook from its first part to the last member, on a durable server.
// node services/membership/src/import/import.bench.ts [people]
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { syntheticPerson, testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { cellsOf, proposal, stepOf, upload, work, workbookOf } from './import-scene.ts';

const people = Number(process.argv[2] ?? 100_000);
const IMPORT_MS_PER_ROW = 60_000 / 100_000;
const GROWTH_MB_MAX = 300;
const SAMPLE_MS = 250;

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const unionId = newId();
let cpuBefore = process.cpuUsage();
try {
  await makeUnion();
  const made = performance.now();
  const bytes = await workbookOf(rows(people));
  const [megabytes, seconds] = [bytes.length / 1024 ** 2, (performance.now() - made) / 1000];
  console.log(`workbook   ${megabytes.toFixed(1)} MB, written in ${seconds.toFixed(1)} s`);
  printRows(await measureImport(bytes));
} finally {
  await service.stop();
  await backends.stop();
}

async function makeUnion(): Promise<void> {
  const union = { unionId, name: '合成工会', kind: 'SINGLE_GRASSROOTS' };
  const data = UnionEstablished.fromPartial(union);
  await service.publishFacts('organisation', [{ type: unionEstablished, data }]);
  await service.settled();
}

function* rows(count: number): Generator<string[]> {
  for (let n = 0; n < count; n += 1) yield cellsOf(syntheticPerson(n));
}

async function measureImport(bytes: Buffer): Promise<BenchRow[]> {
  const memory = watchMemory();
  cpuSeconds();
  const startedAt = performance.now();
  const steps: string[] = [];
  let since = startedAt;
  const say = (step: string) => {
    const now = performance.now();
    steps.push(`${step} ${((now - since) / 1000).toFixed(1)} s (cpu ${cpuSeconds().toFixed(1)} s)`);
    since = now;
  };
  const brought = await upload(service, { unionId, bytes });
  say('upload');
  await service.call('readImport', stepOf(brought));
  const read = await worked(brought);
  say('read');
  await service.call('mapImport', proposal(read));
  const checked = await worked(read);
  say('check');
  await service.call('commitImport', stepOf(checked));
  const done = await worked(checked);
  say('commit');
  const ms = performance.now() - startedAt;
  if (done.state !== 'DONE' || done.rowsJoined !== people) throw new Error(`it is ${done.state}`);
  const grown = memory.stop();
  console.log(`import     ${steps.join(', ')}`);
  const absolute = { limitName: '', limitValue: undefined, ratio: undefined };
  const goalMs = people * IMPORT_MS_PER_ROW;
  return [
    {
      ...absolute,
      name: `import of ${people} rows`,
      value: ms / 1000,
      unit: 's',
      goal: `<= ${goalMs / 1000}`,
      met: ms <= goalMs,
    },
    {
      ...absolute,
      name: 'memory above the beginning, at most',
      value: grown,
      unit: 'MB',
      goal: `<= ${GROWTH_MB_MAX}`,
      met: grown <= GROWTH_MB_MAX,
    },
  ];
}

async function worked({ importId }: Import): Promise<Import> {
  await work(service);
  return service.call('getImport', { importId });
}

/** Of this process since it was asked the last time: steadier than the clock where other work runs beside. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage(cpuBefore);
  cpuBefore = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What is resident above where it stood, with the reader's thread and the client. */
function watchMemory() {
  const mb = () => Math.round(process.memoryUsage().rss / 1024 ** 2);
  const before = mb();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, mb());
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(watch);
      return most - before;
    },
  };
}
