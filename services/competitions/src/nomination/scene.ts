// A round with places, and nominations brought to where a test begins, on working days of March 2026.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { chair, clerk, startHonours } from '../honour/scene.ts';

export const second = { duty: 'clerk', id: 'clerk-2' } as const;
/** The day after each publicity of five working days that began on a Monday. */
export const DAYS = {
  recommend: '2026-03-02',
  unit: '2026-03-02',
  submit: '2026-03-11',
  slate: '2026-03-11',
  first: '2026-03-12',
  region: '2026-03-16',
  final: '2026-03-24',
  deciding: '2026-03-30',
  // 4–6 April are off: the fifth working day is 7 April.
  decide: '2026-04-08',
} as const;

let people = 0;
/** Nobody: 329999 is given to no county. */
export function idNumber(): string {
  people += 1;
  const digits = `32999919800101${String(people).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return `${digits}${'10X98765432'[sum % 11] ?? ''}`;
}

export const nominationAsk = (roundId: string, unionId: string, over: object = {}) => ({
  roundId,
  honourCode: 'MAY_DAY_MEDAL',
  unionId,
  personName: '李小明',
  idNumber: idNumber(),
  holderName: '',
  traits: ['INDUSTRIAL_WORKER'],
  singleListed: false,
  deeds: '带领班组改进工艺。',
  ...over,
});

export const step = ({ nominationId, version }: Nomination, happenedOn: string) => ({
  nominationId,
  expectedVersion: version,
  happenedOn,
});

export const agreed = {
  congressPresent: 90,
  congressFor: 60,
  consentedOn: '2026-03-01',
  recordClear: true,
};

export async function startNominations(
  ...[level = 'COUNTY', ...how]: Parameters<typeof startHonours>
) {
  const honours = await startHonours(level, ...how);
  const { call } = honours.service;

  const nominate = (roundId: string, unionId: string, over: object = {}, caller: object = clerk) =>
    call('nominateForHonour', nominationAsk(roundId, unionId, over), caller);

  const publish = (one: Nomination, on: string) =>
    call('publishNomination', { ...step(one, on), channel: '公开栏' }, clerk);

  /** Agreed and shown in the unit; still to be submitted. */
  async function shown(roundId: string, unionId: string, over: object = {}): Promise<Nomination> {
    const draft = await nominate(roundId, unionId, over);
    const ask = { ...step(draft, DAYS.recommend), ...agreed };
    return publish(await call('recommendNomination', ask, clerk), DAYS.unit);
  }

  const submit = (one: Nomination, caller: object = clerk) =>
    call('submitNomination', step(one, DAYS.submit), caller);

  const submitted = async (roundId: string, unionId: string, over: object = {}) =>
    submit(await shown(roundId, unionId, over));

  const slate = (roundId: string, honourCode = 'MAY_DAY_MEDAL') =>
    call('submitHonourSlate', { roundId, honourCode, submittedOn: DAYS.slate }, clerk);

  const review = (one: Nomination, on: string, caller: object, answer = 'PASSED') =>
    call('reviewNomination', { ...step(one, on), answer, note: '' }, caller);

  /** From submitted, its slate too, to the third publicity. */
  async function toThird(one: Nomination): Promise<Nomination> {
    const first = await review(one, DAYS.first, second);
    const region = await publish(first, DAYS.region);
    return publish(await review(region, DAYS.final, chair), DAYS.deciding);
  }

  const decide = (one: Nomination, on: string = DAYS.decide) =>
    call('decideNomination', { ...step(one, on), decisionNo: '合工〔2026〕12号' }, chair);

  async function list(roundId: string, over: object = {}, caller: object = clerk) {
    const all = { honourCode: '', state: '', traits: [], places: '', quotaUnionId: '' };
    const ask = { ...all, roundId, cursor: '', limit: 200, ...over };
    return (await call('listNominations', ask, caller)).items;
  }

  return {
    ...honours,
    list,
    nominate,
    publish,
    shown,
    submit,
    submitted,
    slate,
    review,
    toThird,
    decide,
  };
}
export type NominationScene = Awaited<ReturnType<typeof startNominations>>;
