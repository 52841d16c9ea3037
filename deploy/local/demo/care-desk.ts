// Who cares for a county's workers, and for whom: the same people whether they are recorded or paid.
import { isBankCard } from '@gonglian/kernel/luhn.ts';
import { findRegion } from '@gonglian/kernel/region.ts';
import type { CarePlan, ReliefPlan } from './care-plan.ts';
import { BANK_CODE } from './fund-desk.ts';
import { evenly, seeded, shares } from './random.ts';
import { numbers, somebody, type CountyDesk } from './record-desk.ts';

export interface CareDesk extends CountyDesk {
  plan: CarePlan;
}

/** Entrants and the honoured come before them. */
const CLAIMANTS_FROM = 11_500;
const IN_HARDSHIP_FROM = 12_500;
const IN_RELIEF_FROM = 12_530;
const MEDICS_FROM = 12_700;
const LEAST_CLAIM_YUAN = 200;
const CLAIM_DAYS = ['2020-03-27', '2020-06-29', '2020-09-28', '2020-12-21'];

export interface Receiver {
  n: number;
  personName: string;
  idNumber: string;
  amountFen: number;
}

/** What mutual aid paid, quarter by quarter. */
export function claimsOf(desk: CareDesk): { paidOn: string; claims: Receiver[] }[] {
  const { claims, claimYuan } = desk.plan.mutualAid;
  const yuan = shares(claimYuan, claims, seeded(`claims ${desk.region}`), LEAST_CLAIM_YUAN);
  const all = yuan.map((one, n) => receiver(desk, CLAIMANTS_FROM + n, one * 100));
  let from = 0;
  return evenly(claims, CLAIM_DAYS.length).flatMap((count, at) => {
    const some = all.slice(from, (from += count));
    return some.length === 0 ? [] : [{ paidOn: CLAIM_DAYS[at] ?? '', claims: some }];
  });
}

/** Who was given money before the spring festival. */
export const grantsOf = (desk: CareDesk): Receiver[] =>
  inHundreds(desk, desk.plan.spring.grants, desk.plan.spring.grantYuan);

/** Who was given money to live on in the epidemic. */
export const livingOf = (desk: CareDesk): Receiver[] =>
  inHundreds(desk, desk.plan.epidemic.inHardship, desk.plan.epidemic.livingYuan);

/** To whoever is in hardship money is given in whole hundreds. */
const inHundreds = (desk: CareDesk, count: number, yuan: number): Receiver[] =>
  evenly(yuan / 100, count).map((hundreds, n) =>
    receiver(desk, IN_HARDSHIP_FROM + n, hundreds * 10_000),
  );

/** Whom the programmes of relief have paid, each person by one of them. */
export function reliefOf(desk: CareDesk): (ReliefPlan & { receivers: Receiver[] })[] {
  let from = IN_RELIEF_FROM;
  return desk.plan.relief.map((one) => {
    const first = from;
    from += one.persons;
    const receivers = numbers(one.persons).map((n) =>
      receiver(desk, first + n, one.eachYuan * 100),
    );
    return { ...one, receivers };
  });
}

/** Each is given the same. */
export const medicsOf = (desk: CareDesk, eachFen: number): Receiver[] =>
  numbers(desk.plan.epidemic.medics).map((n) => receiver(desk, MEDICS_FROM + n, eachFen));

const receiver = (desk: CareDesk, n: number, amountFen: number): Receiver => ({
  n,
  ...somebody(desk, n),
  amountFen,
});

const DEPARTMENTS = [
  '公安局',
  '卫生健康局',
  '交通运输局',
  '市场监督管理局',
  '城市管理局',
  '民政局',
  '疾病预防控制中心',
  '火车站',
];

/** Who stood at the front of the epidemic. */
export const departmentsOf = (desk: CareDesk): string[] =>
  numbers(desk.plan.epidemic.departments).map((n) => {
    const team = Math.floor(n / DEPARTMENTS.length) + 1;
    return `${placeName(desk)}${DEPARTMENTS[n % DEPARTMENTS.length] ?? ''}第${team}防疫组`;
  });

export const placeName = ({ region }: CareDesk): string => findRegion(region)?.name ?? '';

/** A made-up account with a right last digit. */
export function accountOf({ region }: CareDesk, n: number) {
  const first18 = `62${region}${String(n).padStart(10, '0')}`;
  const last = numbers(10).find((digit) => isBankCard(`${first18}${digit}`)) ?? 0;
  return { accountNumber: `${first18}${last}`, bankCode: BANK_CODE };
}
