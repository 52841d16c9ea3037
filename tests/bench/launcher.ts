import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A federation of its own for a measurement or a journey: own folder, own ports. */
export interface Federation {
  home: string;
  port: number;
  /** Where a node's gateway answers. */
  origin(region: string): string;
  run(...args: string[]): { code: number; output: string };
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
    remove() {
      run('down');
      rmSync(home, { recursive: true, force: true });
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
