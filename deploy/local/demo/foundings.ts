import { addDays } from '@gonglian/kernel/dates.ts';
import { inParallel, type NodeClient } from '../node-api.ts';
import type { YearPlan } from './plan.ts';
import { weighted } from './random.ts';
import { hosts, hostUscc, newHost, placeFor, type Township } from './unions.ts';

export interface NewUnion {
  unionId: string;
  foundedOn: string;
  kindergarten: boolean;
}

interface Establishment {
  establishmentId: string;
  unionId: string;
  version: number;
}

interface Application {
  name: string;
  kind: string;
  unitType: string;
  industry: string;
  hostName: string;
  hostUscc: string;
  hostEmployeeCount: number;
  parentId: string;
  regionCode: string;
  covered: { uscc: string; name: string; employeeCount: number }[];
}

/** Numbers of hosts begin behind those of the base unions, so that no two share a code. */
const firstHost = 100_000;

/** Takes each new union through its approval chain: application, reply, founding meeting, approval. */
export async function foundUnions(
  client: NodeClient,
  plan: YearPlan,
  townships: readonly Township[],
  random: () => number,
): Promise<NewUnion[]> {
  const applications = [
    ...times(plan.founded.nonPublic, (n) =>
      independent(plan, townships, random, n, weighted(random, hosts.nonPublic)),
    ),
    ...times(plan.founded.kindergarten, (n) => kindergarten(plan, townships, random, 1_000 + n)),
    ...times(plan.founded.public, (n) =>
      independent(plan, townships, random, 2_000 + n, weighted(random, hosts.public)),
    ),
    ...times(plan.joint, (n) => joint(plan, townships, random, 3_000 + n)),
  ];
  const founded: NewUnion[] = [];
  await inParallel([...applications.entries()], 4, async ([n, application]) => {
    const appliedOn = addDays('2020-01-06', (n * 37) % 320);
    const unionId = await found(client, application, n, appliedOn);
    founded[n] = {
      unionId,
      foundedOn: addDays(appliedOn, 24),
      kindergarten: application.industry === 'P8310',
    };
  });
  return founded;
}

async function found(
  client: NodeClient,
  application: Application,
  n: number,
  appliedOn: string,
): Promise<string> {
  const step = (name: string) => `found ${n} ${name}`;
  const applied = await client.post<Establishment>('/establishments', step('apply'), {
    ...application,
    level: 'GRASSROOTS',
    appliedOn,
    applicationDocNo: `请示〔2020〕${n + 1}号`,
  });
  const path = `/establishments/${applied.establishmentId}`;
  const approved = await client.post<Establishment>(`${path}/reply`, step('reply'), {
    approve: true,
    replyDocNo: `工组复〔2020〕${n + 1}号`,
    repliedOn: addDays(appliedOn, 7),
    expectedVersion: applied.version,
  });
  const held = await client.post<Establishment>(`${path}/founding`, step('founding'), {
    heldOn: addDays(appliedOn, 17),
    termYears: n % 2 === 0 ? 3 : 5,
    memberCount: 60,
    ballot: ballot(n),
    expectedVersion: approved.version,
  });
  const active = await client.post<Establishment>(`${path}/approval`, step('approve'), {
    replyDocNo: `工组批〔2020〕${n + 1}号`,
    approvedOn: addDays(appliedOn, 24),
    expectedVersion: held.version,
  });
  return active.unionId;
}

/** A meeting of 60: all seats filled by more than half of those entitled. */
export function ballot(n: number) {
  const seat = (role: string, holder: number, votes: number) => ({
    role,
    holderName: officerName(n * 10 + holder),
    votes,
    appointment: 'part_time',
  });
  return {
    entitled: 60,
    present: 55,
    seats: [
      seat('chair', 1, 54),
      seat('committee', 2, 50),
      seat('committee', 3, 49),
      seat('committee', 4, 47),
      seat('committee', 5, 45),
      seat('audit_chair', 7, 51),
      seat('women', 8, 50),
    ],
  };
}

export function officerName(n: number): string {
  const family = '赵钱孙李周吴郑王冯陈';
  const first = '文武德才志和平安顺达';
  return `${family[n % 10]}${first[Math.floor(n / 10) % 10]}${first[Math.floor(n / 100) % 10]}`;
}

function independent(
  plan: YearPlan,
  townships: readonly Township[],
  random: () => number,
  n: number,
  unitType: string,
): Application {
  const place = placeFor(plan.region, townships, random);
  const host = newHost(plan.region, firstHost + n, unitType, random);
  return {
    ...host,
    name: `${host.hostName}工会`,
    kind: 'SINGLE_GRASSROOTS',
    parentId: place.unionId,
    regionCode: place.code,
    covered: [],
  };
}

function kindergarten(
  plan: YearPlan,
  townships: readonly Township[],
  random: () => number,
  n: number,
): Application {
  const base = independent(plan, townships, random, n, '700');
  const hostName = `${garden(n)}幼儿园`;
  return { ...base, industry: 'P8310', hostName, name: `${hostName}工会` };
}

const gardens = [
  '小太阳',
  '金摇篮',
  '蓝天',
  '向阳',
  '新苗',
  '春晖',
  '启明',
  '童馨',
  '育红',
  '秦邮',
  '文游',
  '汇文',
  '星光',
];

function garden(n: number): string {
  return gardens[n % gardens.length] ?? '';
}

/** A joint union of three small employers. */
function joint(
  plan: YearPlan,
  townships: readonly Township[],
  random: () => number,
  n: number,
): Application {
  const place = placeFor(plan.region, townships, random);
  const covered = times(3, (k) => {
    const host = firstHost + n * 10 + k;
    return { uscc: hostUscc(plan.region, host, '170'), name: `商铺第${host}号`, employeeCount: 8 };
  });
  return {
    name: `${place.name}商圈第${n - 2_999}联合工会`,
    kind: 'JOINT_GRASSROOTS',
    unitType: '',
    industry: '',
    hostName: '',
    hostUscc: '',
    hostEmployeeCount: 0,
    parentId: place.unionId,
    regionCode: place.code,
    covered,
  };
}

function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
