// One nats-server a node: the node's own user may do everything, a subordinate's nearly nothing.
import { know } from '@gonglian/embedded/pids.ts';
import { type NatsProgram, startNats } from '@gonglian/embedded/nats-server.ts';
import type { Home, Secrets } from './home.ts';
import { findRunning, remember, type Running } from './processes.ts';
import type { NodePlan } from './topology.ts';

export const NODE_USER = 'node';

export function childUser(region: string): string {
  return `child_${region}`;
}

export function brokerUrl(node: NodePlan): string {
  return `nats://127.0.0.1:${node.ports.nats}`;
}

/** The name under which the secrets keep the password of a user of this node's broker. */
export function brokerSecret(node: NodePlan, user: string): string {
  return `nats/${node.region}/${user}`;
}

/** Starts the node's broker, or nothing when it runs. */
export async function startBroker(
  home: Home,
  secrets: Secrets,
  program: NatsProgram,
  node: NodePlan,
): Promise<Running | undefined> {
  const name = `nats-${node.region}`;
  const { nats: port } = node.ports;
  if (findRunning(home, name, port)) return undefined;
  const log = home.path('nodes', node.region, 'nats.log');
  const server = await startNats({
    path: program.path,
    port,
    storeDir: home.path('nodes', node.region, 'jetstream'),
    configFile: home.path('nodes', node.region, 'nats.conf'),
    syncAlways: true,
    extra: accounts(node, secrets),
    logFile: log,
    detached: true,
  });
  return remember(home, { name, kind: 'nats', port, log, ...know(server.pid) });
}

/**
 * A subordinate writes its inbound stream and reads its outbound one, through the one consumer made for
 * it. A list of what is allowed denies the rest.
 */
export function accounts(node: NodePlan, secrets: Secrets): string {
  const quoted = (user: string) => JSON.stringify(secrets.password(brokerSecret(node, user)));
  const children = node.subordinates.map((child) => {
    const user = childUser(child);
    const publish = [
      `in.${child}.>`,
      `$JS.API.CONSUMER.MSG.NEXT.out_${child}.down`,
      `$JS.ACK.out_${child}.>`,
    ];
    return `      { user: "${user}", password: ${quoted(user)}, permissions: {
        publish: { allow: ${JSON.stringify(publish)} }
        subscribe: { allow: ["_INBOX_${child}.>"] }
      } }`;
  });
  return `accounts {
  N${node.region} {
    jetstream: enabled
    users: [
      { user: "${NODE_USER}", password: ${quoted(NODE_USER)} }
${children.join('\n')}
    ]
  }
}`;
}
