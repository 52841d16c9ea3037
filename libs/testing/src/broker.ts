import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer, startNats, type Nats } from '@gonglian/embedded/nats-server.ts';
import { know, isRunning } from '@gonglian/embedded/pids.ts';
import { freePort } from '@gonglian/embedded/ports.ts';
import { eventually } from './eventually.ts';

/** A nats-server of the test's own, to be killed. */
export interface TestBroker {
  url: string;
  port: number;
  /** Ends it as a power failure would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what its disk holds or, `empty`, with nothing. */
  start(how?: { empty: boolean }): Promise<void>;
  stop(): Promise<void>;
}

export async function startBroker({ syncAlways = true } = {}): Promise<TestBroker> {
  const home = path.resolve(import.meta.dirname, '../../../.gonglian');
  const program = await findNatsServer({ home, allowOld: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'gl-broker-'));
  const storeDir = path.join(folder, 'store');
  const port = await freePort();
  const configFile = path.join(folder, 'nats.conf');
  const launch = () => startNats({ path: program.path, port, storeDir, configFile, syncAlways });
  let nats: Nats = await launch();
  return {
    url: nats.url,
    port,
    async kill() {
      const known = know(nats.pid);
      process.kill(nats.pid, 'SIGKILL');
      await eventually(() => {
        if (isRunning(known)) throw new Error('the broker still runs');
      });
    },
    async start({ empty } = { empty: false }) {
      if (empty) rmSync(storeDir, { recursive: true, force: true });
      nats = await launch();
    },
    async stop() {
      await nats.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
