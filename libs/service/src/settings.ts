import type { BrokerAddress } from '@gonglian/messaging/connection.ts';

export interface Login {
  user: string;
  password: string;
}

/** What a service is started with; the same for one service a process and for many. */
export interface ServiceSettings {
  /** Region code of the node. */
  node: string;
  database: { host: string; port: number; name: string; owner: Login; role: Login };
  broker: BrokerAddress;
  /** host:port to listen on; port 0 picks a free one. */
  grpc: string;
  /** Verifies the tokens that calls carry. */
  tokenSecret: Buffer;
  /** host:port of other services of this node. */
  peers: Record<string, string>;
  poolSize: number;
  /** Switches gRPC reflection on and is never true in production. */
  development: boolean;
}

export function connectionString(settings: ServiceSettings, login: Login): string {
  const { host, port, name } = settings.database;
  const credentials = `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}`;
  return `postgres://${credentials}@${host}:${port}/${name}`;
}
