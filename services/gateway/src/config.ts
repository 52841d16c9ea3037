import type { Subscribe } from './changes.ts';

/** A user that can log in without a password, where development is true. */
export interface DevelopmentUser {
  readonly id: string;
  readonly duty: string;
  /** A union id; left out: the node's root union. */
  readonly scope?: string;
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
  /** Opens the log-in without a password. */
  readonly development: boolean;
  readonly developmentUsers?: readonly DevelopmentUser[];
  /** Signs sessions; the services check the same tokens with it. */
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
  readonly streams: number;
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
  heartbeatMs: 15_000,
  streamLifetimeMs: 3600_000,
  streamBytes: 64 * 1024,
  drainMs: 10_000,
};

export const DEVELOPMENT_USERS: readonly DevelopmentUser[] = [
  { id: 'clerk', duty: 'clerk' },
  { id: 'auditor', duty: 'auditor' },
  { id: 'admin', duty: 'admin' },
];
