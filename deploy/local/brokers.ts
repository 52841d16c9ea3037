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
 * Each subordinate has an account of its own that borrows four subjects: it writes its inbound stream,
 * reads its outbound one through the one consumer made for it, and asks. One it lends: there it is asked,
 * and may say one answer to each question. Permissions alone would not do: the server
 * publishes answers to whatever reply subject the caller names, so a user of the node's account could have
 * a sibling's stream purged by a reply addressed to the stream's own interface.
 */
export function accounts(node: NodePlan, secrets: Secrets): string {
  const own = `N${node.region}`;
  const login = (user: string) =>
    `user: "${user}", password: ${JSON.stringify(secrets.password(brokerSecret(node, user)))}`;
  const lend = node.subordinates.flatMap((child) =>
    borrowed(child).map(
      ({ subject, response }) =>
        `      { service: "${subject}", response: ${response}, accounts: [C${child}] }`,
    ),
  );
  const lent = node.subordinates.map(
    (child) => `      { service: { account: C${child}, subject: "${asked(child)}" } }`,
  );
  const children = node.subordinates.map((child) => {
    const subjects = borrowed(child).map(({ subject }) => subject);
    const imports = subjects.map(
      (subject) => `      { service: { account: ${own}, subject: "${subject}" } }`,
    );
    return `  C${child} {
    users: [ { ${login(childUser(child))}, permissions: {
      publish: { allow: ${JSON.stringify(subjects)} }
      subscribe: { allow: ["_INBOX_${child}.>", "${asked(child)}"] }
      allow_responses: { max: 1, expires: "10s" }
    } } ]
    exports: [ { service: "${asked(child)}", response: singleton, accounts: [${own}] } ]
    imports: [
${imports.join('\n')}
    ]
  }
`;
  });
  return `accounts {
  ${own} {
    jetstream: enabled
    users: [ { ${login(NODE_USER)} } ]
    exports: [
${lend.join('\n')}
    ]
    imports: [
${lent.join('\n')}
    ]
  }
${children.join('')}}`;
}

function borrowed(child: string): { subject: string; response: 'singleton' | 'stream' }[] {
  return [
    { subject: `in.${child}.>`, response: 'singleton' },
    { subject: `$JS.API.CONSUMER.MSG.NEXT.out_${child}.down`, response: 'stream' },
    { subject: `$JS.ACK.out_${child}.>`, response: 'singleton' },
    { subject: `ask.${child}.up`, response: 'singleton' },
  ];
}

/** Where the superior asks a subordinate. */
function asked(child: string): string {
  return `ask.${child}.down`;
}
