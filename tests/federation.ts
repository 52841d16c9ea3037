import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** A federation of its own for a measurement or a journey: own folder, own ports. */
export interface Federation {
  home: string;
  port: number;
  /** Where a node's gateway answers. */
  origin(region: string): string;
  run(...args: string[]): { code: number; output: string };
  /** Starts the launcher and leaves it running; `kill` ends it, and only it, without a word. */
  begin(...args: string[]): { said(text: string): Promise<void>; kill(): void };
  /** kill -9 of a process by its name, such as `node-321084`, `nats-321000` or `postgres`. */
  killHard(name: string): void;
  remove(): void;
}

const regions = ['000000', '320000', '321000', '321084', '320600', '320612'];
const portsANode = 20;

export function openFederation(port: number): Federation {
  const home = mkdtempSync(path.join(tmpdir(), 'gonglian-'));
  const env = { ...process.env, GONGLIAN_HOME: home, GONGLIAN_PORT: String(port) };
  delete (env as NodeJS.ProcessEnv)['DATABASE_URL'];
  const run = (...args: string[]) => {
    const done = spawnSync(path.join(root, 'gonglian'), args, {
      env,
      encoding: 'utf8',
      timeout: 900_000,
    });
    return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}` };
  };
  return {
    home,
    port,
    origin: (region) => `http://127.0.0.1:${port + portsANode * regions.indexOf(region)}`,
    run,
    begin: (...args) => begin(args, env),
    killHard(name) {
      const record = readFileSync(path.join(home, 'run', `${name}.json`), 'utf8');
      process.kill((JSON.parse(record) as { pid: number }).pid, 'SIGKILL');
    },
    remove() {
      run('down');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function begin(args: readonly string[], env: NodeJS.ProcessEnv) {
  // A process group of its own: the launcher is a shell, its Node and the command below it.
  const child = spawn(path.join(root, 'gonglian'), args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return {
    async said(text: string) {
      const deadline = Date.now() + 120_000;
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`the launcher ended: ${output}`);
        if (Date.now() > deadline) throw new Error(`the launcher never said "${text}": ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    kill() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

/** Speaks to one gateway; a refusal is thrown with its problem. */
export async function openApi(origin: string, user = 'clerk') {
  const call = async (
    method: string,
    path_: string,
    body?: object,
    key?: string,
    token?: string,
  ) => {
    const response = await fetch(`${origin}/api/v1${path_}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? crypto.randomUUID() }),
      },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(60_000),
    });
    const answer = (await response.json()) as never;
    if (!response.ok) throw new Error(`${method} ${path_}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const { token } = (await call('POST', '/session', { user })) as { token: string };
  return {
    get: <Answer>(at: string): Promise<Answer> => call('GET', at, undefined, undefined, token),
    post: <Answer>(at: string, body: object, key?: string): Promise<Answer> =>
      call('POST', at, body, key, token),
  };
}
