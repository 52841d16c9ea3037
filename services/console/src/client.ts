// The one place that speaks HTTP: the client generated from the gateway's own description of itself.
import createClient, { defaultPathSerializer } from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import type { paths } from './gen/api.d.ts';
import { Problem, problemOf } from './problem.ts';

export const root = '/api/v1';
const safe = ['GET', 'HEAD'];

/** Typed by path: `client.GET('/members/{memberId}', { params: { path: { memberId } } })`. */
export const client = createClient<paths, 'application/json'>({
  baseUrl: root,
  credentials: 'same-origin',
  querySerializer,
});

const edge: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept', 'application/json');
    request.headers.set('Accept-Language', document.documentElement.lang);
    // The gateway refuses a write without a key, so that a repeated click cannot act twice.
    if (!safe.includes(request.method) && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', randomKey());
    }
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    const told =
      error instanceof Problem || (error instanceof Error && error.name === 'AbortError');
    return told ? undefined : new Problem(0, { code: 'NETWORK' });
  },
};
client.use(edge);

/** What a call answers; a refusal is thrown as a Problem. */
export async function answer<T>(call: Promise<{ data?: T; response: Response }>): Promise<T> {
  try {
    return (await call).data as T;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Problem(200, { code: 'NOT_JSON' });
    throw cause;
  }
}

const FOLLOWED_MS_MAX = 120_000;

/** A POST that says how much of it has gone, as a percentage: `fetch` does not. */
export function postFollowed<Path extends keyof paths>(
  path: Path,
  { body, key }: { body: object; key: string },
  onSent: (percent: number) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', root + path);
    request.timeout = FOLLOWED_MS_MAX;
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', document.documentElement.lang);
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onSent(Math.floor((loaded * 100) / Math.max(1, total))),
    );
    request.addEventListener('load', () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) done();
      else void problemOf(new Response(responseText, { status })).then(failed);
    });
    const lost = (): void => failed(new Problem(0, { code: 'NETWORK' }));
    request.addEventListener('error', lost);
    request.addEventListener('timeout', lost);
    request.send(JSON.stringify(body));
  });
}

type Answered = {
  [Path in keyof paths]: paths[Path] extends {
    get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
  }
    ? Answer
    : never;
};

interface Watcher<T> {
  /** Called with the answer now, and each time it has changed. */
  onAnswer: (shown: T) => void;
  /** Nothing more will come: the thing is finished, or may not be seen any more. */
  onEnd?: () => void;
}

/** Follows a GET by server-sent events; the function that is returned ends it. */
export function watch<Path extends keyof paths>(
  path: Path,
  pathParams: Record<string, string>,
  { onAnswer, onEnd }: Watcher<Answered[Path]>,
): () => void {
  const source = new EventSource(root + defaultPathSerializer(path, pathParams));
  const end = (): void => {
    source.close();
    onEnd?.();
  };
  source.addEventListener('message', ({ data }) => {
    onAnswer(JSON.parse(String(data)) as Answered[Path]);
  });
  source.addEventListener('end', end);
  source.addEventListener('problem', end);
  source.addEventListener('error', () => {
    // The browser opens a stream again that broke off; one that was refused it does not.
    if (source.readyState === EventSource.CLOSED) onEnd?.();
  });
  return () => source.close();
}

/** A field that says nothing is left out of the address; of several values each stands there. */
function querySerializer(query: Record<string, unknown>): string {
  const said = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one: unknown) => [name, one] as const))
    .filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

/** `crypto.randomUUID` is absent on plain-HTTP origins other than localhost. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
