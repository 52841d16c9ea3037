// A node's gateway as any other program sees it: HTTP and nothing else.

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What the text says in JSON; undefined where it is none. */
  body: unknown;
}

export interface Ask {
  /** An object is sent as JSON; a text is sent as it is, as JSON. */
  body?: object | string;
  /** Left out: a new one, where the method changes something; null: none. */
  key?: string | null;
  headers?: Record<string, string>;
}

/** A refusal, or an answer that is none. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(what: string, { status, text, body }: Answer) {
    super(`${what} answered ${status}: ${text.slice(0, 600)}`);
    this.status = status;
    this.code = (body as { code?: string } | undefined)?.code ?? '';
  }
}

export interface Api {
  token: string;
  /** Whatever is answered. */
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  /** These two throw `Refused`. */
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: object, key?: string): Promise<Body>;
}

const timeoutMs = 60_000;

/** A development user's access token, as a program gets one from a provider. */
export async function programToken(origin: string, user: string): Promise<string> {
  const response = await fetch(`${origin}/development-provider/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `development:${user}`,
    }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  const answer = { status: response.status, headers: response.headers, text, body: parsed(text) };
  if (response.status !== 200) throw new Refused(`a token for ${user}`, answer);
  return (answer.body as { access_token: string }).access_token;
}

/** Speaks as a development user does by a program, in the user's one duty. */
export async function openApi(origin: string, user = 'clerk'): Promise<Api> {
  const token = await programToken(origin, user);
  const ask = (method: string, path: string, { headers, ...rest }: Ask = {}) =>
    send(origin, method, path, {
      ...rest,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const demand = async (method: string, path: string, given: Ask = {}) => {
    const answer = await ask(method, path, given);
    if (answer.status !== 200) throw new Refused(`${method} ${path}`, answer);
    return answer.body as never;
  };
  return {
    token,
    ask,
    get: (path) => demand('GET', path),
    post: (path, body, key) => demand('POST', path, key === undefined ? { body } : { body, key }),
  };
}

/** One request under /api/v1, without a session unless a header brings one. */
export async function send(
  origin: string,
  method: string,
  path: string,
  { body, key, headers }: Ask = {},
): Promise<Answer> {
  const wanted = key === undefined && method !== 'GET' ? crypto.randomUUID() : key;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(wanted ? { 'idempotency-key': wanted } : {}),
      ...headers,
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
