// Measures search and the first page of a large union among a million members, beside the bare probe of the index that
// serves each. node services/membership/src/member/find-members.bench.ts [members]
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService, type Caller } from '@gonglian/testing/service.ts';
import { Client } from 'pg';
import copy from 'pg-copy-streams';
import { syntheticIdNumber, testOwn, testVault } from '../fixtures.ts';
import { parts } from '../service.ts';
import { measureFloor } from './floor-cost.bench.ts';
import { sealPerson } from './person.ts';
import { decideQuestions } from './search-question.ts';
import { keysOf, tokensOf } from './search-tokens.ts';

const members = Number(process.argv[2] ?? 1_000_000);
const LARGE_SHARE = 0.25;
const UNIONS = 3_000;
/** Unions below one township: what its chair reaches. */
const TOWNSHIP_UNIONS = 30;
const SAMPLES = 200;
const WARM_UP = 20;
const FIND_MS_MAX = 40;
const PAGE_MS_MAX = 50;

/** A fourteenth of everybody is a 王; given names follow a few hundred characters, the first of them most. */
const SURNAMES =
  '王71李70张67刘51陈45杨31黄22赵21吴20周20徐16孙15马13朱12胡12郭12何11林11高10罗10郑9梁8谢8宋7唐7许7韩6冯6邓6曹6';
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文红金志国建海波宁云飞鑫龙小春晓燕雪梅林峰凯浩宇欣怡子涵梓轩一诺思博';
const surnames = Array.from(SURNAMES.matchAll(/(\D)(\d+)/gu), ([, name = '', weight]) =>
  name.repeat(Number(weight)),
).join('');
const RARE_SURNAMES = 0.25;
const RARE_AT = 0x5000;
const GIVEN_CHARACTERS = 600;

let seed = 1;
/** The same people in each run. */
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
}

function someName(): string {
  const given = () => {
    const at = Math.floor(random() ** 1.7 * GIVEN_CHARACTERS);
    return GIVEN[at] ?? String.fromCodePoint(RARE_AT + 1_000 + at * 7);
  };
  const rare = random() < RARE_SURNAMES;
  const surname = rare
    ? String.fromCodePoint(RARE_AT + Math.floor(random() * 400))
    : (surnames[Math.floor(random() * surnames.length)] ?? '');
  return surname + given() + (random() < 0.78 ? given() : '');
}

interface Someone {
  id: string;
  name: string;
  phone: string;
}

const vault = testVault();
const unions = Array.from({ length: UNIONS }, newId);
const [large = '', township = '', ...others] = unions;
/** The later a union, the fewer its members. */
const small = others.at(-TOWNSHIP_UNIONS - 1) ?? '';
/** Some of them, to be looked for. */
const known: Someone[] = [];
const ids: string[] = [];
const everybody = { unionId: '', state: '', cursor: '', limit: 50 };

const backends = await startBackends({ durable: true });
const service = await startTestService(parts, testOwn(), { backends });
const client = new Client({
  connectionString: connectionString(service.settings, service.settings.database.owner),
  options:
    '-c search_path=membership,public -c synchronous_commit=off -c maintenance_work_mem=512MB',
});
await client.connect();
try {
  const startedAt = performance.now();
  await fill();
  console.log(`${members} members in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const actor = { id: 'clerk', duty: 'clerk', scope: nodeRootUnionId(service.node) };
  const floor = await measureFloor(
    service.served.running,
    service.settings,
    { ...actor, node: service.node, member: '' },
    { unionId: large, memberIds: known.map(({ id }) => id) },
  );
  printRows([...floor, ...(await measureSearches()), ...(await measurePages())]);
} finally {
  await client.end();
  await service.stop();
  await backends.stop();
}

async function fill(): Promise<void> {
  await client.query(`
    alter table member_token drop constraint member_token_pkey;
    drop index member_token_of;
    insert into codes (sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
    values ('female', '30_39', 'contract', '', false, '{}');`);
  await client.query(
    `insert into union_state (union_id, name, kind, status)
     select id, '合成工会', 'SINGLE_GRASSROOTS', 'ACTIVE' from unnest($1::uuid[]) as id`,
    [unions],
  );
  await client.query(
    'insert into scope_edge (union_id, parent_id) select id, $2::uuid from unnest($1::uuid[]) as id',
    [others.slice(-TOWNSHIP_UNIONS), township],
  );
  const tokens: string[] = [];
  await copyInto('person (id, identity_hash, id_type, sealed)', persons(tokens));
  await copyInto(
    'membership (member_id, member_no, union_id, state, channel, applied_on, joined_on, codes_id)',
    memberships(),
  );
  await copyInto('member_token (token, member_id)', tokens);
  await client.query('alter table member_token add primary key (token, member_id)');
  await client.query('create index member_token_of on member_token (member_id)');
  await client.query('vacuum analyze');
}

async function copyInto(table: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copy.from(`copy ${table} from stdin`)));
}

function* persons(tokens: string[]): Generator<string> {
  for (let n = 0; n < members; n += 1) {
    const id = newId();
    const someone = {
      id,
      name: someName(),
      phone: `139${String(n * 7919)
        .slice(-8)
        .padStart(8, '0')}`,
    };
    ids.push(id);
    if (n % Math.ceil(members / 1_000) === 0) known.push(someone);
    tokens.push(
      tokensOf(vault, keysOf(someone))
        .map((token) => `${token}\t${id}\n`)
        .join(''),
    );
    const idNumber = syntheticIdNumber(n);
    const birthDate = '1990-01-01';
    const { bytes } = sealPerson(vault, id, { ...someone, idNumber, birthDate });
    const [hash, sealed] = [vault.blindIndex('01', idNumber), bytes].map(
      (one) => `\\\\x${one.toString('hex')}`,
    );
    yield `${[id, hash, '01', sealed].join('\t')}\n`;
  }
}

/** The large union's members lie together, as a batch leaves them; the others' are scattered. */
function* memberships(): Generator<string> {
  for (const [n, id] of ids.entries()) {
    const atRandom = unions[1 + Math.floor(random() ** 2 * (UNIONS - 1))] ?? '';
    const unionId = n < members * LARGE_SHARE ? large : atRandom;
    const no = String(n).padStart(19, '0');
    const state = random() < 0.01 ? 'RETAINED' : 'ACTIVE';
    yield `${id}\t${no}\t${unionId}\t${state}\tBATCH\t2026-01-15\t2026-01-15\t1\n`;
  }
}

async function measureSearches(): Promise<BenchRow[]> {
  const start = (name: string, characters: number) =>
    Array.from(name).slice(0, characters).join('');
  const two = (name: string) => Array.from(name).slice(1).join('');
  const texts = (make: (one: Someone) => string) => known.map(make);
  const chair: Caller = { duty: 'chair', scope: township };
  return [
    await measureSearch('one character, common', ['王', '李', '张']),
    await measureSearch(
      'one character, any',
      texts(({ name }) => start(name, 1)),
    ),
    await measureSearch('two characters, common', ['王伟', '李芳', '张娜', '王敏', '刘静']),
    await measureSearch(
      'two characters, any',
      texts(({ name }) => start(name, 2)),
    ),
    await measureSearch(
      'two characters, given name',
      texts(({ name }) => two(name)),
    ),
    await measureSearch(
      'three characters',
      texts(({ name }) => start(name, 3)),
    ),
    await measureSearch('two initials', ['wx', 'lj', 'zy', 'lw', 'cy', 'ym']),
    await measureSearch('three initials', ['wxm', 'ljh', 'zyf', 'lwj', 'cyy']),
    await measureSearch(
      'phone tail',
      texts(({ phone }) => phone.slice(-4)),
    ),
    await measureSearch(
      'two characters, state retained',
      texts(({ name }) => start(name, 2)),
      {
        state: 'RETAINED',
      },
    ),
    await measureSearch('one character, common, state retained', ['王', '李'], {
      state: 'RETAINED',
    }),
    await measureSearch('one character, in the largest union', ['王', '李'], { unionId: large }),
    await measureSearch('one character, in a small union', ['王', '李'], { unionId: small }),
    await measureSearch('one character, chair of a township', ['王', '李'], {}, chair),
    await measureSearch('two initials, chair of a township', ['wx', 'lj', 'zy'], {}, chair),
    await measureSearch('two characters, chair of a township', ['王伟', '李芳'], {}, chair),
  ];
}

async function measureSearch(
  name: string,
  texts: readonly string[],
  filter: object = {},
  caller: Caller = {},
): Promise<BenchRow> {
  const text = (n: number) => texts[n % texts.length] ?? '';
  const ms = await timed((n) =>
    service.call('findMembers', { ...everybody, ...filter, text: text(n) }, caller),
  );
  const probe = await timed((n) => probeToken(text(n)));
  return rowOf(`find: ${name}`, ms, probe, FIND_MS_MAX);
}

/** The one read of the index that a search cannot do without. */
async function probeToken(text: string): Promise<void> {
  const question = decideQuestions(text).at(-1);
  if (question?.by !== 'keys') throw new Error('only keys are probed');
  const [token] = tokensOf(vault, question.keys.slice(0, 1) as [never]);
  await client.query(
    'select member_id from member_token where token = $1 order by member_id limit 51',
    [token],
  );
}

async function measurePages(): Promise<BenchRow[]> {
  const probe = await timed(() =>
    client.query(
      'select member_id from membership where union_id = $1 order by member_id limit 50',
      [large],
    ),
  );
  const ask = { ...everybody, memberNo: '' };
  const page = (caller: Caller, unionId: string) =>
    timed(() => service.call('listMembers', { ...ask, unionId }, caller));
  const clerk = await page({}, large);
  const chair = await page({ duty: 'chair', scope: large }, '');
  const below = await page({ duty: 'chair', scope: township }, '');
  return [
    rowOf(`list: first page of ${members * LARGE_SHARE}`, clerk, probe, PAGE_MS_MAX),
    rowOf('list: the same by its own chair', chair, probe, PAGE_MS_MAX),
    rowOf('list: chair of a township', below, probe, PAGE_MS_MAX),
  ];
}

async function timed(work: (n: number) => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let n = 0; n < WARM_UP + SAMPLES; n += 1) {
    const startedAt = performance.now();
    await work(n);
    if (n >= WARM_UP) ms.push(performance.now() - startedAt);
  }
  return ms;
}

function rowOf(name: string, ms: number[], probe: number[], goalMs: number): BenchRow {
  const value = percentile(ms, 95);
  const limitValue = percentile(probe, 95);
  return {
    name: `${name}, p95`,
    value,
    unit: 'ms',
    limitName: 'bare probe of the index',
    limitValue,
    ratio: value / limitValue,
    goal: `at most ${goalMs} ms`,
    met: value <= goalMs,
  };
}
