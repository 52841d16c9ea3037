// What the journey of honours begins with: two unions of a city, the desk of one of them, and what it nominates.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openApi, type Api, type Ask } from '../api.ts';
import { openClerk, somePeople } from './work.ts';

export const CITY = '321000';
export const ROOT = nodeRootUnionId(CITY);
/** Each is on a working day, and after the publicity before it (of five working days). */
export const DAYS = {
  opened: '2026-03-02',
  congress: '2026-03-02',
  submitted: '2026-03-10',
  first: '2026-03-12',
  region: '2026-03-16',
  // An objection of two days stops the clock.
  final: '2026-03-26',
  deciding: '2026-03-30',
  // 4–6 April are off: the fifth working day is 7 April.
  decided: '2026-04-08',
} as const;
/** Who is nominated is a member of the first union; the others are nobody. */
const PEOPLE = somePeople(0, 8);
export const nominee = PEOPLE[0] as (typeof PEOPLE)[number];
export const others = PEOPLE.slice(1).map(({ name }) => name);
/** For whom there is no place. */
export const sixth = PEOPLE[6] as (typeof PEOPLE)[number];

export interface Desks {
  unions: [UnionRow, UnionRow];
  /** The desk of the first union: it nominates, and reviews nothing. */
  unit: Api;
}

export async function openDesks(origin: string): Promise<Desks> {
  const clerk = await openClerk(origin, CITY);
  const unions: [UnionRow, UnionRow] = [await clerk.enrolUnion(), await clerk.enrolUnion()];
  await clerk.join(unions[0], 1);
  return { unions, unit: await deskOf(origin, unions[0].unionId) };
}

/** The user `cashier` as the clerk of one union: an account of its own, so that another has made what it nominates. */
export async function deskOf(origin: string, scopeUnionId: string): Promise<Api> {
  const api = await openApi(origin, 'cashier');
  const { accountId } = await api.get<{ accountId: string }>('/session');
  const admin = await openApi(origin, 'admin');
  const duty = { accountId, duty: 'clerk', scopeUnionId };
  const { dutyId } = await admin.post<{ dutyId: string }>('/duties', duty);
  const ask = (method: string, path: string, { headers, ...rest }: Ask = {}) =>
    api.ask(method, path, { ...rest, headers: { 'gonglian-duty': dutyId, ...headers } });
  const demand = async <Body>(method: string, path: string, given: Ask = {}): Promise<Body> => {
    const { status, text, body } = await ask(method, path, given);
    if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${text}`);
    return body as Body;
  };
  // A duty is known to the gateway a moment after it was given, and a union to competitions.
  await eventually(() => demand('GET', '/honour-rounds?limit=1'));
  return {
    ...api,
    ask,
    get: (path) => demand('GET', path),
    post: (path, body) => demand('POST', path, { body }),
  };
}

interface Nomination {
  nominationId: string;
  version: number;
}

const WORKER = ['INDUSTRIAL_WORKER', 'ENTERPRISE_WORKER'];

/** A draft of the n-th person. */
export function nominate(
  { unit, unions }: Desks,
  roundId: string,
  n: number,
  more: readonly string[] = [],
): Promise<Nomination> {
  const { name: personName, idNumber } = PEOPLE[n] ?? nominee;
  return unit.post<Nomination>('/nominations', {
    roundId,
    honourCode: 'MAY_DAY_MEDAL',
    unionId: unions[0].unionId,
    personName,
    idNumber,
    traits: [...WORKER, ...more],
    singleListed: false,
    deeds: '带领班组改进工艺，年节约成本十二万元。',
  });
}

/** Agreed by the congress and shown in the unit. */
export async function show({ unit }: Desks, one: Nomination): Promise<Nomination> {
  const at = `/nominations/${one.nominationId}`;
  const { version } = await unit.post<Nomination>(`${at}/recommend`, {
    expectedVersion: one.version,
    happenedOn: DAYS.congress,
    congressPresent: 90,
    congressFor: 84,
    consentedOn: DAYS.opened,
    recordClear: true,
  });
  const channel = '厂务公开栏';
  const body = { expectedVersion: version, happenedOn: DAYS.congress, channel };
  return unit.post<Nomination>(`${at}/publish`, body);
}

/** Declared: it takes a place. */
export async function submit({ unit }: Desks, one: Nomination): Promise<void> {
  const body = { expectedVersion: one.version, happenedOn: DAYS.submitted };
  await unit.post(`/nominations/${one.nominationId}/submit`, body);
}

/** Somebody who was a model worker before honours were kept here, and the account from which he is to be paid. */
export async function modelWorker(origin: string, { unions }: Desks): Promise<void> {
  const { name: personName, idNumber } = sixth;
  await (
    await openApi(origin)
  ).post('/honour-grants', {
    honourCode: 'MODEL_WORKER',
    level: 'CITY',
    unionId: unions[0].unionId,
    personName,
    idNumber,
    frontline: true,
    grantedOn: '2020-04-28',
    documentNo: '扬政发〔2020〕8号',
  });
  await (
    await openApi(origin, 'finance')
  ).post('/bank-accounts', {
    unionId: ROOT,
    bank: 'basic',
    holderName: '扬州市总工会',
    accountNumber: '32050174883600000123',
    bankCode: '105312500018',
  });
}

/** As lists mask people, and what unions and the node are called. */
export async function namesIn({ unit, unions }: Desks, roundId: string): Promise<string[]> {
  const { items } = await unit.get<{ items: { personNameMasked: string }[] }>(
    `/nominations?roundId=${roundId}&limit=50`,
  );
  const people = items.map(({ personNameMasked }) => personNameMasked);
  const cared = `${sixth.name.slice(0, 1)}*${sixth.name.slice(2)}`;
  return [...people, cared, ...unions.map(({ name }) => name), '扬州市总工会'];
}

/** What people typed on the way; it is as it is in any language. */
export const written = [
  '中文',
  '扬工〔2026〕5号',
  '扬工〔2026〕9号',
  '扬工〔2026〕10号',
  '扬工〔2026〕11号',
  '江苏省工人疗养院',
  '厂务公开栏',
  '《扬州日报》',
  '总工会网站',
  '反映事迹材料中的数据有误',
  '经核实，数据无误，已答复',
  '带领班组改进工艺，年节约成本十二万元。',
  '事迹失实',
  '名额已满',
];
