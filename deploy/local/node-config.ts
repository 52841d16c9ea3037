// The file that one node is started from. services/node checks it; the two change together.
import { brokerSecret, brokerUrl, childUser, NODE_USER } from './brokers.ts';
import { databaseName, ownerRole, serviceRole } from './databases.ts';
import { type Home, keyFile, type Secrets, writePrivate } from './home.ts';
import { type NodePlan, SERVICES } from './topology.ts';

interface Login {
  user: string;
  password: string;
}

export function configFile(home: Home, region: string): string {
  return home.path('nodes', region, 'node.json');
}

export function writeNodeConfig(
  home: Home,
  secrets: Secrets,
  plan: { node: NodePlan; all: NodePlan[]; adminUrl: string },
): string {
  const file = configFile(home, plan.node.region);
  const config = nodeConfig(plan.node, plan.all, plan.adminUrl, secrets);
  const key = (name: string) => keyFile(home, 'nodes', plan.node.region, 'keys', name);
  const whole = {
    ...config,
    keys: {
      ring: home.path('nodes', plan.node.region, 'keys', 'ring.json'),
      wrapping: key('wrapping'),
      session: key('session'),
    },
    logDir: home.path('nodes', plan.node.region),
  };
  writePrivate(file, `${JSON.stringify(whole, undefined, 2)}\n`);
  return file;
}

export function nodeConfig(node: NodePlan, all: NodePlan[], adminUrl: string, secrets: Secrets) {
  const { hostname, port } = new URL(adminUrl);
  const { region, name, level, subordinates, ports } = node;
  const role = (user: string): Login => ({ user, password: secrets.password(user) });
  const address = (at: number) => `127.0.0.1:${at}`;
  return {
    region,
    name,
    level,
    superior: superiorOf(node, all, secrets),
    subordinates,
    development: true,
    database: {
      host: decodeURIComponent(hostname).replace(/^\[|\]$/g, ''),
      port: Number(port || 5432),
      name: databaseName(region),
      owner: role(ownerRole(region)),
      roles: Object.fromEntries(
        SERVICES.map((service) => [service, role(serviceRole(region, service))]),
      ),
    },
    nats: {
      url: brokerUrl(node),
      user: NODE_USER,
      password: secrets.password(brokerSecret(node, NODE_USER)),
    },
    services: {
      ...Object.fromEntries(
        SERVICES.map((service) => [service, { grpc: address(ports[service]) }]),
      ),
      gateway: { http: address(ports.gateway) },
    },
    metricsPort: ports.metrics,
  };
}

function superiorOf(node: NodePlan, all: NodePlan[], secrets: Secrets) {
  const superior = all.find((other) => other.region === node.superior);
  if (!superior) return null;
  const user = childUser(node.region);
  const password = secrets.password(brokerSecret(superior, user));
  return { region: superior.region, natsUrl: brokerUrl(superior), user, password };
}
