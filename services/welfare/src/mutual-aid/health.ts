// How ill somebody is: health data, sealed in one piece and opened only to work a sum out or for whoever has said why.
import type { MutualAidHealth } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { addMonths, daysBetween, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import type { PlanKind } from './terms.ts';
import type { Loss } from './work-out.ts';

export const healthFields = z.strictObject({
  diagnosis: text(200),
  hospital: text(100),
  hospitalLevel: z.int().min(1, 'too_small').max(3, 'too_large'),
  diseaseCode: z.string().regex(/^[A-Z0-9_]{0,40}$/, 'not_a_code'),
  admittedOn: date,
  dischargedOn: date,
  days: z.int().min(0, 'negative').max(1_000, 'too_large'),
  selfPayFen: optionalFen,
});
export type Health = z.output<typeof healthFields>;

interface Cover {
  planKind: PlanKind;
  planState: string;
  effectiveFrom: string;
  periodTo: CalendarDate;
  windowMonths: number;
}

/**
 * In the order of refusals: PLAN_STATE_WRONG, NOT_PAID_FOR, HEALTH_DATES_WRONG, IN_WAITING_PERIOD, AFTER_PERIOD,
 * CLAIM_WINDOW_OVER, DISEASE_CODE_WRONG. No detail says more than the form that was sent.
 */
export function decideReport(cover: Cover, health: Health, today: CalendarDate): void {
  const { admittedOn, dischargedOn, days, diseaseCode } = health;
  // What happened in a round may be claimed after it closed, as long as the window is open.
  if (cover.planState !== 'EFFECTIVE' && cover.planState !== 'CLOSED')
    throw refused('PLAN_STATE_WRONG', { state: cover.planState });
  if (cover.effectiveFrom === '') throw refused('NOT_PAID_FOR');
  if (dischargedOn < admittedOn || dischargedOn > today) throw refused('HEALTH_DATES_WRONG');
  if (days > daysBetween(admittedOn, dischargedOn) + 1) throw refused('HEALTH_DATES_WRONG');
  if (admittedOn < cover.effectiveFrom) throw refused('IN_WAITING_PERIOD');
  if (admittedOn > cover.periodTo) throw refused('AFTER_PERIOD');
  if (today > addMonths(dischargedOn, cover.windowMonths)) throw refused('CLAIM_WINDOW_OVER');
  if ((cover.planKind === 'LUMP_SUM') !== (diseaseCode !== '')) throw refused('DISEASE_CODE_WRONG');
}

const healthPlace = (claimId: string) => `mutual.health.${claimId}`;

export const sealHealth = (vault: Vault, claimId: string, health: Health): Buffer =>
  vault.seal(JSON.stringify(health), healthPlace(claimId));

export const openHealth = (vault: Vault, claimId: string, sealed: Buffer): Health =>
  JSON.parse(vault.open(sealed, healthPlace(claimId))) as Health;

export const healthView = ({ selfPayFen, ...health }: Health): MutualAidHealth => ({
  ...health,
  selfPayFen: BigInt(selfPayFen),
});

export function lossOf(health: Health, insurance: Loss['insurance']): Loss {
  const { selfPayFen, days, diseaseCode, hospitalLevel } = health;
  const level = hospitalLevel === 3 ? 3 : hospitalLevel === 2 ? 2 : 1;
  return { selfPayFen, days, diseaseCode, insurance, hospitalLevel: level };
}

/** An illness that is paid by lump sum: once for whoever is enrolled, without saying which. */
export const diseaseKey = (vault: Vault, enrolmentId: string, diseaseCode: string): Buffer | null =>
  diseaseCode === '' ? null : vault.blindIndex('disease', `${enrolmentId}|${diseaseCode}`);

/** However it was typed: the same invoice is the same. */
export const invoiceKey = (vault: Vault, invoiceNumber: string): Buffer =>
  vault.blindIndex(
    'invoice',
    invoiceNumber.normalize('NFKC').replaceAll(/[\s-]/gu, '').toUpperCase(),
  );
