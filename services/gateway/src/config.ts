import type { Subscribe } from './changes.ts';

/** A user of the development provider: one click, no password, where development is true. */
export interface DevelopmentUser {
  readonly id: string;
  /** What pages call the user; left out: the duty's name. */
  readonly name?: string | undefined;
  readonly duty: string;
  /** A union id; left out: the node's root union. */
  readonly scope?: string | undefined;
  /** Whose record it is, for the duty member; left out: nobody's yet. */
  readonly memberId?: string | undefined;
}

/** An OpenID Connect provider (docs/connect-a-provider.md). */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: a public client, by PKCE alone. */
  readonly clientSecret?: string | undefined;
  /** What the provider calls this interface in the access tokens of programs. */
  readonly audience: string;
  /** Left out: openid profile. */
  readonly scopes?: string | undefined;
  /** Duties in which only who proved in two ways who he is acts; left out: none. */
  readonly mfaDuties?: readonly string[] | undefined;
  /** Values of `acr` by which the provider says that somebody did, besides what its `amr` says. */
  readonly mfaAcr?: readonly string[] | undefined;
}

/** Written with fields of codes, numbers and paths only; never a value that a user sent. */
export interface GatewayLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface GatewayConfig {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** This node: its region code, name, level, and the region codes above and below. */
  readonly region: string;
  readonly name: string;
  readonly level: string;
  readonly superior: string | null;
  readonly subordinates: readonly string[];
  readonly rootUnionId: string;
  /** Where browsers find this node; left out: where it listens. */
  readonly publicUrl?: string | undefined;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; left out: nobody's. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** Left out, in development only: the gateway's own provider without passwords. */
  readonly provider?: ProviderConfig | undefined;
  readonly development: boolean;
  readonly developmentUsers?: readonly DevelopmentUser[] | undefined;
  /** Signs what the services are told and seals cookies; the services have the same. */
  readonly secret: Buffer;
  /** host:port by the short name of a service, such as organisation. */
  readonly services: Readonly<Record<string, string>>;
  /** The built console; left out: no console is served. */
  readonly consoleDir?: string;
  /** Where changes of cells come from; left out: /api/v1/changes answers 503. */
  readonly changes?: Subscribe;
  readonly log: GatewayLog;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  readonly requestsPerMinute: number;
  readonly bodyBytes: number;
  /** How long a service may take to answer. */
  readonly deadlineMs: number;
  readonly sessionSeconds: number;
  /** Streams of events open at once, of each kind. */
  readonly streams: number;
  /** Streams of events and files that one account holds open at once. */
  readonly streamsOfOne: number;
  /** Streams of score boards open at once: a hall's screen, and the phones of whoever sits in it. */
  readonly boardStreams: number;
  readonly heartbeatMs: number;
  readonly streamLifetimeMs: number;
  /** What may wait in memory for one reader of changes before it is cut off. */
  readonly streamBytes: number;
  /** How long stopping waits for running requests. */
  readonly drainMs: number;
}

export const LIMITS: Limits = {
  requestsPerMinute: 6_000,
  bodyBytes: 4 * 1024 * 1024,
  deadlineMs: 30_000,
  sessionSeconds: 8 * 3600,
  streams: 50,
  streamsOfOne: 12,
  boardStreams: 1_500,
  heartbeatMs: 15_000,
  streamLifetimeMs: 3600_000,
  streamBytes: 64 * 1024,
  drainMs: 10_000,
};

export const DEVELOPMENT_USERS: readonly DevelopmentUser[] = [
  { id: 'clerk', duty: 'clerk' },
  { id: 'chair', duty: 'chair' },
  { id: 'supervisor', duty: 'supervisor' },
  { id: 'finance', duty: 'finance' },
  // Who checks is not who made it.
  { id: 'cashier', duty: 'finance' },
  { id: 'auditor', duty: 'auditor' },
  { id: 'admin', duty: 'admin' },
  { id: 'member', duty: 'member' },
];
