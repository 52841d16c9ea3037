// ./gonglian up: starts what does not run yet, keeps what does, and undoes its own part when it fails.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findNatsServer } from '@gonglian/embedded/nats-server.ts';
import { isRunning } from '@gonglian/embedded/pids.ts';
import { demandFree } from '@gonglian/embedded/ports.ts';
import { startBroker } from './brokers.ts';
import { buildConsole } from './console.ts';
import { createDatabases } from './databases.ts';
import { loadDemo, showFigures } from './demo.ts';
import { waitUntilHealthy, webAddress } from './health.ts';
import { checkDiskSpace, type Home, openHome, openSecrets } from './home.ts';
import { writeNodeConfig } from './node-config.ts';
import { openPostgres } from './postgres.ts';
import { findRunning, launchNode, type Running, stopAll } from './processes.ts';
import { basePort, chooseNodes, type NodePlan, planNodes, postgresPort } from './topology.ts';
import { inTurn } from './turn.ts';

interface Wish {
  nodes: NodePlan[];
  all: NodePlan[];
  port: number;
  containers: boolean;
  detach: boolean;
  /** Share of the demo year that is loaded; undefined: none. */
  demo: number | undefined;
  figures: boolean;
}

/** What this run has started, and whether it was told to stop. */
interface Progress {
  home: Home;
  started: Running[];
  signal: AbortSignal;
}

export async function up(args: string[]): Promise<number> {
  const wish = read(args);
  const home = openHome();
  checkDiskSpace(home);
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => interrupt.abort());
  }
  const progress: Progress = { home, started: [], signal: interrupt.signal };
  try {
    await inTurn(home, say, () => start(progress, wish));
  } catch (error) {
    await stopAll(home, progress.started, say);
    if (interrupt.signal.aborted) return 130;
    throw error;
  }
  const agree = !wish.figures || (await showFigures(wish.nodes, say));
  if (wish.detach || (wish.figures && progress.started.length === 0)) return agree ? 0 : 1;
  say('Ctrl-C stops it');
  await watch(progress);
  await stopAll(home, progress.started, say);
  return 0;
}

function read(args: string[]): Wish {
  const { values } = parseArgs({
    args,
    options: {
      detach: { type: 'boolean', default: false },
      containers: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      figures: { type: 'boolean', default: false },
      nodes: { type: 'string' },
      scale: { type: 'string', default: '1' },
    },
  });
  const base = basePort(process.env);
  const all = planNodes(base);
  return {
    all,
    nodes: chooseNodes(all, values.nodes),
    port: postgresPort(base),
    containers: values.containers,
    detach: values.detach,
    demo: values['no-demo'] ? undefined : Number(values.scale),
    figures: values.figures,
  };
}

async function start(progress: Progress, wish: Wish): Promise<void> {
  const { home, signal } = progress;
  const { nodes, all, port, containers, demo } = wish;
  const began = Date.now();
  const secrets = openSecrets(home);
  await checkPorts(home, nodes);
  const finding = findNatsServer({ home: home.dir, allowOld: true, log: say });
  const opening = openPostgres({ home, secrets, port, containers, say }).then((database) => {
    if (database.started) progress.started.push(database.started);
    return database.adminUrl;
  });
  await settled([finding, opening]);
  const [program, adminUrl] = [await finding, await opening];
  signal.throwIfAborted();
  await createDatabases(adminUrl, nodes, secrets);
  await settled(
    nodes.map(async (node) => {
      const broker = await startBroker(home, secrets, program, node);
      if (broker) progress.started.push(broker);
    }),
  );
  signal.throwIfAborted();
  for (const node of nodes) writeNodeConfig(home, secrets, { node, all, adminUrl });
  await buildConsole(say);
  signal.throwIfAborted();
  await startNodes(progress, nodes);
  if (demo !== undefined) await loadDemo(home, nodes, demo, say);
  say(`${nodes.length} nodes are up after ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Waits for all even when one fails: what the others started must be known, to be stopped. */
async function settled(work: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

async function startNodes({ home, started, signal }: Progress, nodes: NodePlan[]): Promise<void> {
  const running: [NodePlan, Running][] = [];
  for (const node of nodes) {
    const name = `node-${node.region}`;
    const port = node.ports.gateway;
    let one = findRunning(home, name, port);
    if (!one) {
      const config = home.path('nodes', node.region, 'node.json');
      const args = ['services/node/src/main.ts', '--config', config];
      const log = home.path('nodes', node.region, 'node.log');
      one = await launchNode(home, { name, kind: 'node', port, args, log });
      started.push(one);
    }
    running.push([node, one]);
  }
  await Promise.all(
    running.map(async ([node, one]) => {
      await waitUntilHealthy(one, signal);
      say(
        `${node.region} ${node.name} ${webAddress(one.port)} (open it and choose a user: clerk, supervisor, auditor, member …)`,
      );
    }),
  );
}

/** Asked for all before anything is started: half a federation helps nobody. */
async function checkPorts(home: Home, nodes: NodePlan[]): Promise<void> {
  for (const { region, ports } of nodes) {
    const { nats, ...own } = ports;
    if (!findRunning(home, `nats-${region}`, nats)) await demandFree(nats);
    if (findRunning(home, `node-${region}`, own.gateway)) continue;
    for (const port of Object.values(own)) await demandFree(port);
  }
}

/** Until interrupted; says once of each process that it has ended by itself. */
async function watch({ started, signal }: Progress): Promise<void> {
  const alive = new Set(started);
  while (!signal.aborted) {
    for (const one of alive) {
      if (isRunning(one)) continue;
      alive.delete(one);
      say(`${one.name} has ended (${one.log}); "./gonglian up" elsewhere starts it again`);
    }
    await sleep(1000, undefined, { signal }).catch(() => undefined); // interrupted: the loop ends
  }
}

function say(line: string): void {
  console.log(line);
}
