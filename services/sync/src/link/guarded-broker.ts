// A superior's broker on which each subordinate has the account that the local launcher writes for it. For tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer, startNats } from '@gonglian/embedded/nats-server.ts';
import { freePort } from '@gonglian/embedded/ports.ts';
import {
  connectBroker,
  type BrokerAddress,
  type NatsConnection,
} from '@gonglian/messaging/connection.ts';

export interface GuardedBroker {
  url: string;
  /** As whom a subordinate comes in. */
  login(region: string): BrokerAddress;
  /** As somebody who knows its password comes in. */
  enter(region: string): Promise<NatsConnection>;
  stop(): Promise<void>;
}

export async function startGuardedBroker(subordinates: readonly string[]): Promise<GuardedBroker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gl-guarded-'));
  const home = path.resolve(import.meta.dirname, '../../../../.gonglian');
  const program = await findNatsServer({ home, allowOld: true });
  const broker = await startNats({
    path: program.path,
    port: await freePort(),
    storeDir: path.join(folder, 'store'),
    configFile: path.join(folder, 'nats.conf'),
    syncAlways: false,
    extra: accounts(subordinates),
  });
  const login = (region: string) => ({
    url: broker.url,
    user: userOf(region),
    password: `secret of ${region}`,
  });
  return {
    url: broker.url,
    login,
    enter: (region) =>
      connectBroker(login(region), { name: 'test', inboxPrefix: `_INBOX_${region}` }),
    async stop() {
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userOf(region: string): string {
  return `child_${region}`;
}

/** Anyone without a name is the node itself. */
function accounts(subordinates: readonly string[]): string {
  const exported = subordinates.flatMap((child) =>
    borrowed(child).map(
      (subject) => `{ service: "${subject}", response: stream, accounts: [C${child}] }`,
    ),
  );
  const imported = subordinates.map(
    (child) => `{ service: { account: C${child}, subject: "ask.${child}.down" } }`,
  );
  return `accounts {
  N { jetstream: enabled, users: [ { user: "node", password: "node" } ]
    exports: [ ${exported.join('\n')} ]
    imports: [ ${imported.join('\n')} ] }
  ${subordinates.map((child) => accountOf(child)).join('\n')}
}
no_auth_user: "node"`;
}

function accountOf(child: string): string {
  const imported = borrowed(child).map(
    (subject) => `{ service: { account: N, subject: "${subject}" } }`,
  );
  return `C${child} { users: [ { user: "${userOf(child)}", password: "secret of ${child}", permissions: {
      publish: { allow: ${JSON.stringify(borrowed(child))} }
      subscribe: { allow: ["_INBOX_${child}.>", "ask.${child}.down"] }
      allow_responses: { max: 1, expires: "10s" } } } ]
    exports: [ { service: "ask.${child}.down", response: singleton, accounts: [N] } ]
    imports: [ ${imported.join('\n')} ] }`;
}

function borrowed(child: string): string[] {
  return [
    `in.${child}.>`,
    `$JS.API.CONSUMER.MSG.NEXT.out_${child}.down`,
    `$JS.ACK.out_${child}.>`,
    `ask.${child}.up`,
  ];
}
