// Talks to a running node through its public interface, as its users do.
import { Trouble } from '@gonglian/embedded/trouble.ts';

export interface NodeClient {
  region: string;
  get<Answer>(path: string): Promise<Answer>;
  /** A file, as it comes. */
  open(path: string): Promise<ReadableStream<Uint8Array>>;
  /** The key makes a repeated call answer as the first did: a load that was cut off is simply run again. */
  post<Answer>(path: string, key: string, body: object): Promise<Answer>;
  put<Answer>(path: string, key: string, body: object): Promise<Answer>;
}

/** How often a call is tried, and how long one try may take. */
export interface Patience {
  attempts: number;
  timeoutMs: number;
}
const patient: Patience = { attempts: 40, timeoutMs: 180_000 };

/** Speaks to one node's gateway as a clerk; waits out a node that is being restarted, for a bounded time. */
export async function openClient(
  region: string,
  origin: string,
  user = 'clerk',
  { attempts, timeoutMs }: Patience = patient,
): Promise<NodeClient> {
  let token = '';
  const ask = async (
    method: string,
    path: string,
    key?: string,
    body?: object,
  ): Promise<Answer> => {
    if (token === '') {
      const given = await askForToken(origin, user, timeoutMs);
      if (given.status !== 200) return given;
      token = (given.body as { access_token: string }).access_token;
    }
    return send(method, `${origin}/api/v1${path}`, { token, key, body, timeoutMs });
  };
  const call = async (
    method: string,
    path: string,
    key?: string,
    body?: object,
  ): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await ask(method, path, key, body);
      if (answer.status !== NO_ANSWER && answer.status < 400) return answer.body;
      if (answer.status === 401) token = '';
      const passing =
        answer.status === NO_ANSWER ||
        [401, 429, 503, 504].includes(answer.status) ||
        isEarly(answer);
      if (!passing || attempt >= attempts) {
        if (answer.status === NO_ANSWER) throw new Trouble(`${region}: no answer at ${origin}`);
        const what = JSON.stringify(answer.body).slice(0, 400);
        throw new Trouble(`${region}: ${method} ${path} answered ${answer.status}: ${what}`);
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(2_000, 100 * attempt)));
    }
  };
  return {
    region,
    get: (path) => call('GET', path) as Promise<never>,
    open: async (path) => {
      const given = await askForToken(origin, user, timeoutMs);
      const bearer = (given.body as { access_token?: string } | null)?.access_token ?? '';
      return openBody(region, `${origin}/api/v1${path}`, bearer);
    },
    post: (path, key, body) => call('POST', path, key, body) as Promise<never>,
    put: (path, key, body) => call('PUT', path, key, body) as Promise<never>,
  };
}

/** Membership hears of a new union a moment after organisation has answered. */
function isEarly({ body }: Answer): boolean {
  return (
    typeof body === 'object' && body !== null && 'code' in body && body.code === 'UNION_UNKNOWN'
  );
}

const NO_ANSWER = 0;

interface Answer {
  /** NO_ANSWER where none came. */
  status: number;
  body: unknown;
}

interface Sent {
  token: string;
  key: string | undefined;
  body: object | undefined;
  timeoutMs: number;
}

/** As a program: an access token of the development provider. */
function askForToken(origin: string, user: string, timeoutMs: number): Promise<Answer> {
  return fetched(`${origin}/development-provider/token`, timeoutMs, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `development:${user}`,
    }),
  });
}

function send(method: string, url: string, { token, key, body, timeoutMs }: Sent): Promise<Answer> {
  return fetched(url, timeoutMs, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(key ? { 'idempotency-key': key } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : null,
  });
}

const DOWNLOAD_MS = 3_600_000;

async function openBody(
  region: string,
  url: string,
  token: string,
): Promise<ReadableStream<Uint8Array>> {
  const headers = { authorization: `Bearer ${token}` };
  const signal = AbortSignal.timeout(DOWNLOAD_MS);
  const response = await fetch(url, { headers, signal }).catch((cause: unknown) => {
    throw new Trouble(`${region}: no answer at ${url}`, { cause });
  });
  if (response.ok && response.body) return response.body;
  const what = (await response.text()).slice(0, 400);
  throw new Trouble(`${region}: GET answered ${response.status}: ${what}`);
}

async function fetched(url: string, timeoutMs: number, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    return { status: NO_ANSWER, body: error instanceof Error ? error.name : 'no answer' };
  }
}

/** Runs jobs with so many at a time, in order of their start; the first failure stops the rest. */
export async function inParallel<T>(
  jobs: readonly T[],
  width: number,
  work: (job: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed: unknown;
  const worker = async () => {
    while (next < jobs.length && failed === undefined) {
      const job = jobs[next] as T;
      next += 1;
      await work(job).catch((error: unknown) => (failed ??= error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker));
  if (failed !== undefined) throw failed;
}
