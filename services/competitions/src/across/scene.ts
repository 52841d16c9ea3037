// A city, its two counties and its province, which speak by letters alone: the test is the post.
import { randomBytes } from 'node:crypto';
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { openVault } from '@gonglian/kernel/vault.ts';
import { openSigner } from '@gonglian/proof/signing.ts';
import { clerk, medals } from '../honour/scene.ts';
import { DAYS, second, startNominations, type NominationScene } from '../nomination/scene.ts';
import type { Service } from '../scene.ts';

const region = () => `x${randomBytes(4).toString('hex')}`;
/** Of whom a city's shares of a medal all hold. */
export const EVERYTHING = ['INDUSTRIAL_WORKER', 'ENTERPRISE_WORKER', 'WOMAN', 'MIGRANT_WORKER'];
export const SENT = DAYS.first;
export const DUE = '2026-03-20';

/** Keys of its own: what one node seals another cannot open. */
function keys(n: number) {
  const dataKeys = { 1: Buffer.alloc(32, n) };
  const vault = {
    suite: 'std',
    dataKeys,
    currentKid: 1,
    indexKey: Buffer.alloc(32, n + 50),
  } as const;
  return { vault: openVault(vault), signer: openSigner(Buffer.alloc(32, n + 100)) };
}

export async function startAcross() {
  const [p, c, one, other] = [region(), region(), region(), region()];
  const at = (n: number, level: string, node: string, above: string | null, below: string[]) =>
    startNominations(level, { ...keys(n), superior: above, subordinates: below }, { node });
  const [city, county, second_] = await Promise.all([
    at(2, 'CITY', c, p, [one, other]),
    at(3, 'COUNTY', one, c, []),
    at(4, 'COUNTY', other, c, []),
  ]);
  const services = [city, county, second_].map(({ service }) => service);
  return {
    /** Not every test goes up so far. */
    async startProvince() {
      const province = await at(1, 'PROVINCE', p, null, [c]);
      services.push(province.service);
      return province;
    },
    city,
    county,
    second: second_,
    deliver: postman(services),
    stop: () => Promise.all(services.map((service) => service.stop())),
  };
}
export type AcrossScene = Awaited<ReturnType<typeof startAcross>>;

type Change = (fact: string, data: object) => object;

/** Carries what was written, until nobody writes any more; `change` is another hand in a letter. */
function postman(services: readonly Service[]): (change?: Change) => Promise<void> {
  const done = new Map<string, number>();
  const carry = async (from: Service, change: Change): Promise<Service[]> => {
    const rows = await from.outbox();
    const addressees: Service[] = [];
    const letters = rows.slice(done.get(from.node) ?? 0).filter(({ data }) => 'toNode' in data);
    done.set(from.node, rows.length);
    for (const { fact, data } of letters) {
      const to = services.find(({ node }) => node === data['toNode']);
      if (!to) continue;
      await hear(to, fact, change(fact, data), from.node);
      addressees.push(to);
    }
    return addressees;
  };
  return async (change = (_, data) => data) => {
    for (let round = 0; round < 20; round += 1) {
      const heard = new Set<Service>();
      for (const service of services)
        for (const addressee of await carry(service, change)) heard.add(addressee);
      if (heard.size === 0) return;
      await Promise.all([...heard].map((service) => service.settled()));
    }
    throw new Error('they do not stop writing');
  };
}

export async function hear(
  service: Service,
  fact: string,
  data: object,
  fromNode: string,
): Promise<void> {
  const kind = `competitions.${fact}`;
  const letter = { letterId: newId(), kind, fromNode, data: JSON.stringify(data) };
  await service.publishFacts('sync', [
    { type: letterArrived, data: LetterArrived.fromPartial(letter) },
  ]);
}

/** What a node has written of a kind. */
export const written = async ({ service }: NominationScene, fact: string) =>
  (await service.outbox()).filter((row) => row.fact === fact).map(({ data }) => data);

export function assign(from: NominationScene, to: NominationScene, roundId: string, over = {}) {
  const { service } = to;
  const quota = { toNode: service.node, ...medals(3), pooled: false, slateDueOn: DUE };
  return from.service.call('assignHonourQuota', { roundId, ...quota, ...over }, clerk);
}

export const send = (scene: NominationScene, roundId: string, over = {}) =>
  scene.service.call(
    'sendHonourSlate',
    { roundId, honourCode: 'MAY_DAY_MEDAL', sentOn: SENT, ...over },
    clerk,
  );

/** So many medals nominated, submitted and reviewed in a node: ready to go up. */
export async function ready(
  scene: NominationScene,
  roundId: string,
  people: readonly object[],
): Promise<Nomination[]> {
  const unionId = await scene.union();
  const submitted: Nomination[] = [];
  for (const over of people)
    submitted.push(await scene.submitted(roundId, unionId, { traits: EVERYTHING, ...over }));
  await scene.slate(roundId);
  const reviewed: Nomination[] = [];
  for (const one of submitted) reviewed.push(await scene.review(one, DAYS.first, second));
  return reviewed;
}

export async function nominationAt(
  { service }: NominationScene,
  nominationId: string,
): Promise<Nomination> {
  const file = await service.call('getNomination', { nominationId }, clerk);
  if (!file.nomination) throw new Error('there is none');
  return file.nomination;
}
