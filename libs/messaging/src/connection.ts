import { connect, type NatsConnection } from '@nats-io/transport-node';

export type { NatsConnection } from '@nats-io/transport-node';

export interface BrokerAddress {
  url: string;
  user?: string | undefined;
  password?: string | undefined;
}

/** Connects and keeps reconnecting for ever; the first connection is waited for as well. */
export function connectBroker(
  address: BrokerAddress,
  options: { name: string; inboxPrefix?: string },
): Promise<NatsConnection> {
  return connect({
    servers: address.url,
    name: options.name,
    ...(address.user ? { user: address.user, pass: address.password ?? '' } : {}),
    ...(options.inboxPrefix ? { inboxPrefix: options.inboxPrefix } : {}),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    waitOnFirstConnect: true,
    pingInterval: 5_000,
    maxPingOut: 2,
    // A publish while the broker is away must fail at once: the outbox, not the client's memory, is the queue.
    noAsyncTraces: true,
  });
}
