// The federation that a local start runs: six nodes of one tree, each with its ports.
import { Trouble } from '@gonglian/embedded/trouble.ts';

export type Level = 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY';
export const SERVICES = [
  'organisation',
  'membership',
  'competitions',
  'welfare',
  'finance',
  'sync',
] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface NodePlan {
  region: string;
  name: string;
  level: Level;
  superior: string | undefined;
  subordinates: string[];
  ports: Record<'gateway' | 'metrics' | 'nats' | ServiceName, number>;
}

const TREE: readonly [region: string, name: string, level: Level, superior?: string][] = [
  ['000000', '中华全国总工会', 'NATIONAL'],
  ['320000', '江苏省总工会', 'PROVINCE', '000000'],
  ['321000', '扬州市总工会', 'CITY', '320000'],
  ['321084', '高邮市总工会', 'COUNTY', '321000'],
  ['320600', '南通市总工会', 'CITY', '320000'],
  ['320612', '南通市通州区总工会', 'COUNTY', '320600'],
];
const DEFAULT_PORT = 7400;
const PORTS_A_NODE = 20;
const POSTGRES_OFFSET = 200;

export function basePort(env: NodeJS.ProcessEnv): number {
  const port = Number(env.GONGLIAN_PORT ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port + POSTGRES_OFFSET < 65_536) return port;
  throw new Trouble(`GONGLIAN_PORT is "${env.GONGLIAN_PORT}", not the number of a port`);
}

export function postgresPort(base: number): number {
  return base + POSTGRES_OFFSET;
}

/** All nodes, in the tree's order. A node's ports do not depend on which others are started. */
export function planNodes(base: number): NodePlan[] {
  return TREE.map(([region, name, level, superior], index) => {
    const first = base + PORTS_A_NODE * index;
    return {
      region,
      name,
      level,
      superior,
      subordinates: TREE.filter((other) => other[3] === region).map((other) => other[0]),
      ports: {
        gateway: first,
        organisation: first + 1,
        membership: first + 2,
        sync: first + 3,
        metrics: first + 4,
        finance: first + 5,
        competitions: first + 6,
        welfare: first + 7,
        nats: first + 10,
      },
    };
  });
}

/** The nodes named in "a,b"; all when nothing is named. A node may run without its superior. */
export function chooseNodes(all: NodePlan[], names: string | undefined): NodePlan[] {
  if (names === undefined) return all;
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => all.every((node) => node.region !== name));
  if (unknown.length === 0) return all.filter((node) => wanted.includes(node.region));
  throw new Trouble(
    `no node "${unknown.join(', ')}"; there are ${all.map((node) => node.region).join(', ')}`,
  );
}
