import type { NatsConnection } from '@nats-io/transport-node';

/** The connection to the broker broke while something was asked of it: whether it was done is not known. */
export class BrokerAway extends Error {
  override name = 'BrokerAway';
}

interface Link {
  up: boolean;
  onBreak: Set<() => void>;
}
const links = new WeakMap<NatsConnection, Link>();

/**
 * Runs `work` and gives up the moment the connection breaks: the client would let a request that was lost with the
 * connection run into its time limit, and drop one that is made while there is none.
 */
export async function whileLinked<T>(
  connection: NatsConnection,
  work: () => Promise<T>,
): Promise<T> {
  const link = linkOf(connection);
  if (!link.up) throw new BrokerAway();
  let forget = (): unknown => undefined;
  const broken = new Promise<never>((_, reject) => {
    forget = onBreak(connection, () => reject(new BrokerAway()));
  });
  try {
    return await Promise.race([work(), broken]);
  } finally {
    forget();
  }
}

/** Calls `listener` each time the connection breaks, until the answer is called. */
export function onBreak(connection: NatsConnection, listener: () => void): () => void {
  const { onBreak: listeners } = linkOf(connection);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes from now on whether the connection is up. */
export function watchLink(connection: NatsConnection): void {
  linkOf(connection);
}

function linkOf(connection: NatsConnection): Link {
  const known = links.get(connection);
  if (known) return known;
  const link: Link = { up: true, onBreak: new Set() };
  links.set(connection, link);
  void follow(connection, link);
  return link;
}

async function follow(connection: NatsConnection, link: Link): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'reconnect') link.up = true;
    if (type !== 'disconnect') continue;
    link.up = false;
    for (const listener of link.onBreak) listener();
  }
}
