import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer, startNats } from '@gonglian/embedded/nats-server.ts';
import { freePort } from '@gonglian/embedded/ports.ts';
import { startPostgres } from '@gonglian/embedded/postgres.ts';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
    natsUrl: string;
  }
}

/** One throw-away PostgreSQL and one nats-server for the whole run; each test file makes its own database and prefix. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await startBackends();
  project.provide('postgresUrl', running.postgresUrl);
  project.provide('natsUrl', running.natsUrl);
  return running.stop;
}

export interface Backends {
  postgresUrl: string;
  natsUrl: string;
  stop(): Promise<void>;
}

/** Also for scripts that measure: `syncAlways` and `durable` as a production node would have them. */
export async function startBackends({ durable = false } = {}): Promise<Backends> {
  const home = path.resolve(import.meta.dirname, '../../../.gonglian');
  const program = await findNatsServer({ home, allowOld: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'gl-nats-'));
  chmodSync(folder, 0o711); // the database's own user passes through, or its data lies outside and stays
  const postgres = await startPostgres(
    durable ? { durable, password: 'measured', dataDir: path.join(folder, 'pg') } : { durable },
  );
  const nats = await startNats({
    path: program.path,
    port: await freePort(),
    storeDir: path.join(folder, 'store'),
    configFile: path.join(folder, 'nats.conf'),
    syncAlways: durable,
  });
  const running = {
    postgresUrl: postgres.url,
    natsUrl: nats.url,
    async stop() {
      await nats.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (durable) stopOnSignal(running);
  return running;
}

/** A measurement that is broken off must not leave its servers behind; vitest sees to its own. */
function stopOnSignal(running: Backends): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().finally(() => process.exit(1)));
  }
}
