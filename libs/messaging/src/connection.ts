import { connect, type NatsConnection } from '@nats-io/transport-node';
import { watchLink } from './link.ts';

export type { NatsConnection } from '@nats-io/transport-node';

export interface BrokerAddress {
  url: string;
  user?: string | undefined;
  password?: string | undefined;
}

/** Connects and keeps reconnecting for ever; the first connection is waited for as well. */
export async function connectBroker(
  address: BrokerAddress,
  options: { name: string; inboxPrefix?: string },
): Promise<NatsConnection> {
  const connection = await connect({
    servers: address.url,
    name: options.name,
    ...(address.user ? { user: address.user, pass: address.password ?? '' } : {}),
    ...(options.inboxPrefix ? { inboxPrefix: options.inboxPrefix } : {}),
    maxReconnectAttempts: -1,
    // A broker that starts before its users are known refuses twice, and the client would give up for good.
    ignoreAuthErrorAbort: true,
    // A link that breaks in the middle of the greeting is only noticed after this long.
    timeout: 3_000,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    waitOnFirstConnect: true,
    pingInterval: 5_000,
    maxPingOut: 2,
    noAsyncTraces: true, // a stack for each request costs more than the request
  });
  watchLink(connection);
  return connection;
}
