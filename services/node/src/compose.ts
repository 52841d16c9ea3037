import { createHmac } from 'node:crypto';
import path from 'node:path';
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { subjectOf } from '@gonglian/contracts/envelope.ts';
import { cellChanged } from '@gonglian/contracts/sync.ts';
import {
  DEVELOPMENT_ADMIN,
  DEVELOPMENT_ISSUER,
} from '@gonglian/gateway/login/development-provider.ts';
import { start as startCompetitions } from '@gonglian/competitions/start.ts';
import { neighbourAsker } from '@gonglian/finance/neighbour-asker.ts';
import { start as startFinance } from '@gonglian/finance/start.ts';
import { start as startGateway } from '@gonglian/gateway/start.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { start as startMembership } from '@gonglian/membership/start.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { connectBroker } from '@gonglian/messaging/connection.ts';
import { hearFacts } from '@gonglian/messaging/subscribe.ts';
import { start as startOrganisation } from '@gonglian/organisation/start.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { openNodeSigner, openNodeVault } from '@gonglian/service/keyring.ts';
import { folderStore, type ObjectStore } from '@gonglian/service/object-store.ts';
import { s3Store } from '@gonglian/service/s3-store.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import { start as startSync } from '@gonglian/sync/start.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { start as startWelfare } from '@gonglian/welfare/start.ts';
import { readKey, type NodeConfig } from './config.ts';

export const serviceNames = [
  'organisation',
  'membership',
  'competitions',
  'welfare',
  'finance',
  'sync',
  'gateway',
] as const;
type ServiceName = (typeof serviceNames)[number];

export interface ComposedNode {
  address: string;
  stop(): Promise<void>;
}

const deadlineMs = 30_000;
const staleAfterSeconds = 120;
const poolSize = 6;

/**
 * Starts the wanted services of one node in this process. They speak to each other over gRPC and the broker, as they
 * do when each has a process of its own.
 */
export async function composeNode(
  config: NodeConfig,
  wanted: readonly string[],
  log: Logger,
): Promise<ComposedNode> {
  const unknown = wanted.filter((name) => !serviceNames.includes(name as ServiceName));
  if (unknown.length > 0) throw new Error(`there is no service "${unknown.join(', ')}"`);
  const started: { stop(): Promise<void> }[] = [];
  let opened: Promise<Vault> | undefined;
  const vault = () => (opened ??= openNodeVault(config.keys.ring, config.keys.wrapping));
  const starters: Record<ServiceName, () => Promise<{ stop(): Promise<void> }>> = {
    organisation: () => openOrganisation(config, log),
    membership: async () => openMembership(config, await vault(), log),
    competitions: async () => openCompetitions(config, await vault(), log),
    welfare: async () => openWelfare(config, await vault(), log),
    finance: async () => openFinance(config, await vault(), log),
    sync: () => openSync(config, log),
    gateway: () => openGateway(config, log),
  };
  /** Said one by one: of a node that does not come up this tells which service it waits for. */
  const begin = async (name: ServiceName) => {
    const one = await starters[name]();
    log.info({ service: name }, 'the service has started');
    return one;
  };
  const stop = async () => {
    for (const one of started.toReversed()) await one.stop();
  };
  try {
    const inner = serviceNames.filter((name) => name !== 'gateway' && wanted.includes(name));
    const results = await Promise.allSettled(inner.map((name) => begin(name)));
    for (const result of results) if (result.status === 'fulfilled') started.push(result.value);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    if (wanted.includes('gateway')) started.push(await starters.gateway());
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: config.services.gateway.http, stop };
}

function settingsOf(config: NodeConfig, service: Exclude<ServiceName, 'gateway'>): ServiceSettings {
  const { host, port, name, owner, roles } = config.database;
  const role = roles[service];
  if (!role) throw new Error(`the configuration has no database role for ${service}`);
  return {
    node: config.region,
    database: { host, port, name, owner, role },
    broker: config.nats,
    grpc: config.services[service].grpc,
    tokenSecret: readKey(config.keys.session),
    peers: {
      organisation: config.services.organisation.grpc,
      membership: config.services.membership.grpc,
      finance: config.services.finance.grpc,
    },
    poolSize,
    development: config.development,
  };
}

const organisationClient = (config: NodeConfig) =>
  rpcClient(OrganisationServiceService, config.services.organisation.grpc, { deadlineMs });
const membershipClient = (config: NodeConfig) =>
  rpcClient(MembershipServiceService, config.services.membership.grpc, { deadlineMs });
const competitionsClient = (config: NodeConfig) =>
  rpcClient(CompetitionsServiceService, config.services.competitions.grpc, { deadlineMs });
const welfareClient = (config: NodeConfig) =>
  rpcClient(WelfareServiceService, config.services.welfare.grpc, { deadlineMs });
const financeClient = (config: NodeConfig) =>
  rpcClient(FinanceServiceService, config.services.finance.grpc, { deadlineMs });

function openOrganisation(config: NodeConfig, log: Logger) {
  const federation = {
    rootUnionId: nodeRootUnionId(config.region),
    regionCode: config.region,
    level: config.level,
    name: config.name,
    access: { firstAdmins: firstAdminsOf(config) },
  };
  const settings = settingsOf(config, 'organisation');
  return startOrganisation(settings, federation, log.child({ service: 'organisation' }));
}

/** Without a provider, the administrator of the development users is the first one. */
function firstAdminsOf({ development, provider, firstAdmins }: NodeConfig) {
  if (!development || provider) return firstAdmins;
  return [...firstAdmins, { issuer: DEVELOPMENT_ISSUER, subject: DEVELOPMENT_ADMIN }];
}

function openMembership(config: NodeConfig, vault: Vault, log: Logger) {
  const session = readKey(config.keys.session);
  return startMembership(
    settingsOf(config, 'membership'),
    {
      vault,
      // A key of its own, derived, so that a session token is never a valid join link.
      linkSecret: createHmac('sha256', session).update('join links').digest(),
      regionCode: config.region,
    },
    log.child({ service: 'membership' }),
  );
}

/** What a service that knows people is started with. */
async function ownOf(config: NodeConfig, vault: Vault) {
  const signer = await openNodeSigner(config.keys.ring, config.keys.wrapping);
  const { level, superior, subordinates } = config;
  return { level, superior: superior?.region ?? null, subordinates, vault, signer };
}

async function openCompetitions(config: NodeConfig, vault: Vault, log: Logger) {
  const settings = settingsOf(config, 'competitions');
  const own = await ownOf(config, vault);
  return startCompetitions(settings, own, log.child({ service: 'competitions' }));
}

async function openWelfare(config: NodeConfig, vault: Vault, log: Logger) {
  const own = { ...(await ownOf(config, vault)), store: storeOf(config) };
  return startWelfare(settingsOf(config, 'welfare'), own, log.child({ service: 'welfare' }));
}

function storeOf({ store, keys }: NodeConfig): ObjectStore {
  if (store && 'endpoint' in store) return s3Store(store);
  return folderStore(store?.folder ?? path.join(path.dirname(keys.ring), 'papers'));
}

async function openFinance(config: NodeConfig, vault: Vault, log: Logger) {
  const settings = settingsOf(config, 'finance');
  const sync = rpcClient(SyncServiceService, config.services.sync.grpc, { deadlineMs });
  const askNeighbour = neighbourAsker(sync, settings);
  const own = { ...(await ownOf(config, vault)), askNeighbour };
  const served = await startFinance(settings, own, log.child({ service: 'finance' }));
  return withClients(served, sync);
}

async function openSync(config: NodeConfig, log: Logger) {
  const organisation = organisationClient(config);
  const membership = membershipClient(config);
  const competitions = competitionsClient(config);
  const welfare = welfareClient(config);
  const finance = financeClient(config);
  const { superior } = config;
  const served = await startSync(
    settingsOf(config, 'sync'),
    {
      rootUnionId: nodeRootUnionId(config.region),
      regionCode: config.region,
      level: config.level,
      name: config.name,
      superior: superior && {
        region: superior.region,
        broker: { url: superior.natsUrl, user: superior.user, password: superior.password },
      },
      subordinates: config.subordinates,
      organisation,
      membership,
      competitions,
      welfare,
      finance,
      staleAfterSeconds,
    },
    log.child({ service: 'sync' }),
  );
  return withClients(served, organisation, membership, competitions, welfare, finance);
}

function withClients(served: { stop(): Promise<void> }, ...clients: { close(): void }[]) {
  return {
    async stop() {
      await served.stop();
      for (const client of clients) client.close();
    },
  };
}

async function openGateway(config: NodeConfig, log: Logger) {
  const connection = await connectBroker(config.nats, { name: `${config.region} gateway` });
  const { organisation, membership, competitions, welfare, finance, sync, gateway } =
    config.services;
  const [host = '127.0.0.1', port] = gateway.http.split(':');
  const running = await startGateway({
    host,
    port: Number(port),
    region: config.region,
    name: config.name,
    level: config.level,
    superior: config.superior?.region ?? null,
    subordinates: config.subordinates,
    rootUnionId: nodeRootUnionId(config.region),
    publicUrl: config.publicUrl ?? `http://${gateway.http}`,
    trustedProxies: config.trustedProxies,
    provider: config.provider,
    development: config.development,
    developmentUsers: config.developmentUsers,
    secret: readKey(config.keys.session),
    services: {
      organisation: organisation.grpc,
      membership: membership.grpc,
      competitions: competitions.grpc,
      welfare: welfare.grpc,
      finance: finance.grpc,
      sync: sync.grpc,
    },
    consoleDir: path.resolve(import.meta.dirname, '../../console/dist'),
    changes: async (onChange) =>
      hearFacts(connection, subjectOf(config.region, 'sync', cellChanged.name), (fact) =>
        onChange(cellChanged.fromJson(fact.data)),
      ),
    log: log.child({ service: 'gateway' }),
    limits: { requestsPerMinute: 60_000 },
  });
  return {
    async stop() {
      await running.stop();
      await connection.close();
    },
  };
}
