// The one place that speaks HTTP: every call the console makes, by name.
import type {
  Contributor,
  DueList,
  Indicator,
  Links,
  Member,
  NodeFacts,
  Page,
  Rollup,
  SeriesPoint,
  Session,
  Union,
  UnionChange,
  Verification,
} from './shapes.ts';

const root = '/api/v1';

/** What the gateway (or the network) answered instead of a result: RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown>;
  readonly traceId: string;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? '');
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? '';
    this.details = body.details ?? {};
    this.traceId = body.traceId ?? '';
  }
}

interface ProblemBody {
  title?: string;
  code?: string;
  details?: Record<string, unknown>;
  traceId?: string;
}

type Query = Record<string, string | number | undefined>;

async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  const suffix = search.size > 0 ? `?${search}` : '';
  return await call<T>(path + suffix, signal ? { signal } : {});
}

async function send<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  // The gateway refuses a write without a key, so that a repeated click cannot act twice.
  const headers: Record<string, string> = { 'Idempotency-Key': randomKey() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return await call<T>(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const headers = {
    Accept: 'application/json',
    'Accept-Language': document.documentElement.lang,
    ...(init.headers as Record<string, string>),
  };
  const answer = await fetch(root + path, { credentials: 'same-origin', ...init, headers }).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new Problem(0, { code: 'NETWORK' });
    },
  );
  const text = await answer.text();
  const body = parse(text);
  if (!answer.ok) throw new Problem(answer.status, (body ?? {}) as ProblemBody);
  if (text !== '' && body === undefined) throw new Problem(answer.status, { code: 'NOT_JSON' });
  return body as T;
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `crypto.randomUUID` is absent on plain-HTTP origins other than localhost. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export interface RollupQuery {
  unionId: string;
  period: string;
}

export interface CellQuery extends RollupQuery {
  indicator: string;
  dims: string;
}

export interface UnionsQuery {
  parentId?: string;
  search?: string;
  asOf?: string;
  cursor?: string;
  limit?: number;
}

export interface MembersQuery {
  unionId?: string;
  state?: string;
  memberNo?: string;
  idNumber?: string;
  cursor?: string;
  limit?: number;
}

export const api = {
  changesUrl: `${root}/changes`,

  /** Null where nobody is logged in. */
  session: async (): Promise<Session | null> => {
    try {
      return await get<Session>('/session');
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return null;
      throw problem;
    }
  },
  logIn: (user: string) => send<Session>('POST', '/session', { user }),
  logOut: () => send<unknown>('DELETE', '/session'),
  node: () => get<NodeFacts>('/node'),

  indicators: () => get<{ items: Indicator[] }>('/indicators'),
  rollup: (of: RollupQuery, signal?: AbortSignal) =>
    get<Rollup>('/rollup', { union_id: of.unionId, period: of.period }, signal),
  series: (of: Omit<CellQuery, 'period'> & { from: string; to: string }) =>
    get<{ points: SeriesPoint[] }>('/rollup/series', {
      union_id: of.unionId,
      indicator: of.indicator,
      dims: of.dims,
      from: of.from,
      to: of.to,
    }),
  contributors: (of: CellQuery, cursor: string) =>
    get<Page<Contributor>>('/rollup/contributors', {
      union_id: of.unionId,
      indicator: of.indicator,
      dims: of.dims,
      period: of.period,
      cursor,
      limit: 20,
    }),

  unions: (of: UnionsQuery) =>
    get<Page<Union>>('/unions', {
      parent_id: of.parentId,
      search: of.search,
      as_of: of.asOf,
      cursor: of.cursor,
      limit: of.limit ?? 100,
    }),
  union: (id: string, asOf: string) =>
    get<Union>(`/unions/${encodeURIComponent(id)}`, { as_of: asOf }),
  unionHistory: (id: string) =>
    get<{ items: UnionChange[] }>(`/unions/${encodeURIComponent(id)}/history`),
  due: (dueState: string, asOf: string, cursor: string) =>
    get<DueList>('/due-elections', { due_state: dueState, as_of: asOf, cursor, limit: 50 }),

  members: (of: MembersQuery) =>
    get<Page<Member>>('/members', {
      union_id: of.unionId,
      state: of.state,
      member_no: of.memberNo,
      id_number: of.idNumber,
      cursor: of.cursor,
      limit: of.limit ?? 50,
    }),
  member: (id: string) => get<Member>(`/members/${encodeURIComponent(id)}`),

  links: () => get<Links>('/links'),
  verify: () => send<Verification>('POST', '/verifications', { waitSeconds: 30 }),
};
