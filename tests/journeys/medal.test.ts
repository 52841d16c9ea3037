import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import type { Rollup } from './figures.ts';
import { DAYS } from './honours-desks.ts';
import { openClerk, somePeople } from './work.ts';

// A medal from its quota to its award through three nodes: the province hands places to its city, the city to its county;
// the county nominates, the city reviews, the province decides; what it signed is kept at the county, and verified there
// against the province's public key. The city's node is killed while the slate is on its way.

const [PROVINCE, CITY, COUNTY] = ['320000', '321000', '321084'];
const nodes = ['--nodes', [PROVINCE, CITY, COUNTY].join(',')];
const agreed = { timeoutMs: 60_000, everyMs: 250 };
const federation = await openFederation();
const MEDAL = 'MAY_DAY_MEDAL';
const [nominee] = somePeople(0, 1);

interface Desk {
  clerk: Api;
  chair: Api;
}
interface Nomination {
  nominationId: string;
  state: string;
  version: number;
  heldBy: string;
}
interface Round {
  round: { categories: { places: number }[]; fromNode: string };
  quotas: { unionId: string; places: number; handedPlaces: number; takenPlaces: number }[];
  slates: { direction: string; state: string }[];
}
interface Step {
  step: string;
  actedBy: string;
}

let at: Record<'province' | 'city' | 'county', Desk>;
let unionId = '';
let roundId = '';
let nominationId = '';

const open = async (region = ''): Promise<Desk> => ({
  clerk: await openApi(federation.origin(region), 'clerk'),
  chair: await openApi(federation.origin(region), 'chair'),
});

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', ...nodes);
  at = { province: await open(PROVINCE), city: await open(CITY), county: await open(COUNTY) };
  const clerk = await openClerk(federation.origin(COUNTY ?? ''), COUNTY ?? '');
  ({ unionId } = await clerk.enrolUnion());
});
afterAll(() => federation.remove());

const roundOf = ({ clerk }: Desk) => clerk.get<Round>(`/honour-rounds/${roundId}`);

function handDown({ clerk }: Desk, toNode: string | undefined, places: number) {
  const quota = { honourCode: MEDAL, toNode, places, singleListed: 0, slateDueOn: '2026-03-20' };
  return clerk.ask('PUT', `/honour-rounds/${roundId}/node-quotas`, { body: quota });
}

/** A step of the medal, by whoever takes it. */
async function take(api: Api, path: string, body: object): Promise<Nomination> {
  const { nomination } = await api.get<{ nomination: Nomination }>(`/nominations/${nominationId}`);
  const ask = { expectedVersion: nomination.version, ...body };
  return api.post<Nomination>(`/nominations/${nominationId}/${path}`, ask);
}
const review = (api: Api, happenedOn: string) =>
  take(api, 'review', { happenedOn, answer: 'PASSED', note: '' });
const publish = (api: Api, happenedOn: string) =>
  take(api, 'publish', { happenedOn, channel: '公示栏' });

const becomes = ({ clerk }: Desk, wanted: object) =>
  eventually(async () => {
    const { nomination } = await clerk.get<{ nomination: Nomination }>(
      `/nominations/${nominationId}`,
    );
    expect(nomination).toMatchObject(wanted);
  }, agreed);

/** Persons honoured in the year, at a node and all below it. */
async function medalsOf(region: string | undefined): Promise<string> {
  const api = await openApi(federation.origin(region ?? ''), 'auditor');
  const page = `/rollup?union_id=${nodeRootUnionId(region ?? '')}&period=2026`;
  const { rows } = await api.get<Rollup>(page);
  const row = rows.find((one) => one.indicator === 'honours_individuals' && one.dims === '');
  return row?.subtree ?? '';
}

const slate = `slates/${MEDAL}`;
const close = ({ clerk }: Desk) =>
  clerk.post(`/honour-rounds/${roundId}/${slate}`, { submittedOn: DAYS.submitted });
const send = ({ clerk }: Desk) =>
  clerk.post(`/honour-rounds/${roundId}/${slate}/send`, { sentOn: DAYS.first });

test('five places go down: three to the city, two of them to the county, and no more', async () => {
  const round = {
    roundYear: 2026,
    level: 'PROVINCE',
    title: '2026年五一劳动奖评选',
    documentNo: '苏工〔2026〕5号',
    openedOn: DAYS.opened,
    places: [{ honourCode: MEDAL, places: 5, singleListed: 0 }],
  };
  const opened = await at.province.clerk.post<{ round: { roundId: string } }>(
    '/honour-rounds',
    round,
  );
  ({ roundId } = opened.round);
  const exceeded = { status: 422, body: { code: 'HONOUR_QUOTA_EXCEEDED' } };
  expect(await handDown(at.province, CITY, 6)).toMatchObject(exceeded);
  expect(await handDown(at.province, CITY, 3)).toMatchObject({ status: 200 });
  await eventually(async () => {
    expect((await roundOf(at.city)).round).toMatchObject({ fromNode: PROVINCE });
  }, agreed);
  expect(await handDown(at.city, COUNTY, 4)).toMatchObject(exceeded);
  expect(await handDown(at.city, COUNTY, 2)).toMatchObject({ status: 200 });
  await eventually(async () => {
    expect((await roundOf(at.county)).quotas).toMatchObject([
      { unionId: nodeRootUnionId(COUNTY ?? ''), places: 2 },
    ]);
  }, agreed);
});

test('the county nominates, shows and reviews, and sends its slate to a city that has just been killed', async () => {
  const { clerk, chair } = at.county;
  const { name: personName, idNumber } = nominee ?? {};
  const who = { personName, idNumber, traits: ['INDUSTRIAL_WORKER'], deeds: '改进工艺。' };
  const ask = { roundId, honourCode: MEDAL, unionId, singleListed: false, ...who };
  // Competitions hears of a new union a moment after organisation has answered.
  const draft = await eventually(() => clerk.post<Nomination>('/nominations', ask));
  ({ nominationId } = draft);
  await take(clerk, 'recommend', {
    happenedOn: DAYS.congress,
    congressPresent: 90,
    congressFor: 84,
    consentedOn: DAYS.opened,
    recordClear: true,
  });
  await publish(clerk, DAYS.congress);
  await take(clerk, 'submit', { happenedOn: DAYS.submitted });
  await close(at.county);
  await review(chair, DAYS.first);
  await federation.killHard(`node-${CITY}`);
  await send(at.county);
  await becomes(at.county, { state: 'REVIEWED', heldBy: CITY });
  await federation.startNode(CITY ?? '', federation.config(CITY ?? ''));
  at.city = await eventually(() => open(CITY), agreed);
  await becomes(at.county, { state: 'SUBMITTED', heldBy: CITY });
  expect((await roundOf(at.county)).slates).toMatchObject([
    { direction: 'OUT', state: 'ACCEPTED' },
  ]);
});

test('the city reviews and passes on, the province decides and awards; the county hears each step', async () => {
  await close(at.city);
  await review(at.city.clerk, DAYS.first);
  await send(at.city);
  await eventually(async () => {
    expect((await roundOf(at.province)).slates).toMatchObject([{ state: 'ACCEPTED' }]);
  }, agreed);
  const { clerk, chair } = at.province;
  await close(at.province);
  await review(clerk, DAYS.first);
  await publish(clerk, DAYS.region);
  await review(chair, DAYS.final);
  await publish(clerk, DAYS.deciding);
  await take(chair, 'decide', { happenedOn: DAYS.decided, decisionNo: '苏工〔2026〕12号' });
  await take(clerk, 'award', { happenedOn: DAYS.decided });
  await becomes(at.county, { state: 'AWARDED' });
  const { steps } = await at.county.clerk.get<{ steps: Step[] }>(`/nominations/${nominationId}`);
  const taken = ['TAKE', 'ENDORSE', 'SEND', 'TAKE', 'PASS', 'PUBLISH', 'PASS', 'PUBLISH', 'DECIDE'];
  expect(steps.slice(-10).map(({ step }) => step)).toEqual([...taken, 'AWARD']);
  expect(steps.at(-1)?.actedBy).toBe(`node:${CITY}`);
});

test('the certificate verifies at the county with the province’s key alone; the medal counts once', async () => {
  const { grantId } = await at.county.clerk.get<{ grantId: string }>(
    `/nominations/${nominationId}`,
  );
  const { qrText } = await at.county.clerk.get<{ qrText: string }>(
    `/honour-grants/${grantId}/certificate`,
  );
  const keyOf = async (region: string | undefined) => {
    const auditor = await openApi(federation.origin(region ?? ''), 'auditor');
    return (await auditor.get<{ publicKey: string }>('/ledger/audit-key')).publicKey;
  };
  const verified = await federation.demand(
    'certificate',
    'verify',
    qrText,
    '--key',
    await keyOf(PROVINCE),
  );
  expect(verified).toContain(nominee?.name ?? '-');
  expect(verified).toContain(`${PROVINCE}-${MEDAL}-2026-0001`);
  const otherKey = ['--key', await keyOf(COUNTY)];
  expect((await federation.run('certificate', 'verify', qrText, ...otherKey)).code).toBe(1);
  await eventually(async () => {
    expect(await Promise.all([PROVINCE, CITY, COUNTY].map(medalsOf))).toEqual(['1', '1', '1']);
  }, agreed);
  expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
});
