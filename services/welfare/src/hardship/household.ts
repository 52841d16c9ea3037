// Who is in a household and what it has, as declared: people keyed by their numbers, all the rest sealed.
import type { HouseholdDeclaration } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { ageOn, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { duplicate, invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { code, optionalText, text } from '@gonglian/service/fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import type { Tx } from '../pipeline.ts';
import { WELFARE_POLICY, welfarePolicy } from '../policy.ts';
import { assess, type Amount, type Work } from './assess.ts';
import { RIGID_KINDS } from './hardship-policy.ts';

const PEOPLE_MAX = 20;
const LINES_MAX = 40;

/** Relief is no income that anybody declares: what was paid here is known. */
export const INCOME_KINDS = [
  'WAGE',
  'PENSION',
  'ALLOWANCE',
  'BUSINESS',
  'PROPERTY',
  'SUPPORT',
  'OTHER',
] as const;
export const CAUSES = [
  'ILLNESS',
  'DISABILITY',
  'SCHOOLING',
  'UNEMPLOYMENT',
  'LOW_INCOME',
  'DISASTER',
  'ACCIDENT',
  'OTHER',
] as const;
type Cause = (typeof CAUSES)[number];

/** All that facts say of a cause: no illness, no disability. */
export const CAUSE_GROUPS: Readonly<Record<Cause, string>> = {
  ILLNESS: 'MEDICAL',
  DISABILITY: 'MEDICAL',
  SCHOOLING: 'SCHOOLING',
  UNEMPLOYMENT: 'INCOME',
  LOW_INCOME: 'INCOME',
  DISASTER: 'EVENT',
  ACCIDENT: 'EVENT',
  OTHER: 'OTHER',
};

const money = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z
    .array(z.strictObject({ moneyKind: code(kinds), amountFen: optionalFen }))
    .max(LINES_MAX, 'too_many')
    .transform((all) => all.map(({ moneyKind: kind, amountFen }) => ({ kind, amountFen })));

export const HouseholdPeople = z
  .array(
    z.strictObject({
      personName: text(50),
      idNumber: text(18),
      relation: code(['SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER']),
      health: code(['HEALTHY', 'CHRONIC_ILLNESS', 'CRITICAL_ILLNESS', 'DISABLED']),
      occupation: code(['EMPLOYED', 'UNEMPLOYED', 'STUDENT', 'RETIRED', 'UNABLE', 'OTHER']),
    }),
  )
  .min(1, 'required')
  .max(PEOPLE_MAX, 'too_many');
type HouseholdPeople = z.output<typeof HouseholdPeople>;

export const Declaration = z.strictObject({
  incomes: money(INCOME_KINDS),
  rigidExpenses: money(RIGID_KINDS),
  mainCause: code(CAUSES),
  secondCause: code(['', ...CAUSES]),
  illness: optionalText(200),
  lossFen: optionalFen,
  compensatedFen: optionalFen,
});
type Declaration = z.output<typeof Declaration>;

/** What is kept of a declaration, sealed as one text. */
export interface Assessed {
  declaration: Omit<Declaration, 'incomes'> & { incomes: Amount[] };
  work: Work;
}

/** In the order of refusals: the worker comes first and alone, nobody twice, children with a guardian's consent. */
export function decideHousehold(
  people: HouseholdPeople,
  of: { today: CalendarDate; guardianBelowAge: number; guardianConsented: boolean },
): void {
  const heads = people.filter(({ relation }) => relation === 'SELF').length;
  if (heads !== 1 || people[0]?.relation !== 'SELF') throw invalid('HOUSEHOLD_HEAD_WRONG');
  const births = people.map(({ idNumber }) => {
    const parsed = parseIdNumber(idNumber, { today: of.today, allowFifteen: true });
    if (!parsed.ok) throw invalid(parsed.rule);
    return parsed;
  });
  const numbers = new Set(births.map(({ idNumber }) => idNumber));
  if (numbers.size < people.length) throw refused('HOUSEHOLD_PERSON_TWICE');
  const isChild = births.some(({ birthDate }) => ageOn(birthDate, of.today) < of.guardianBelowAge);
  if (isChild && !of.guardianConsented) throw refused('GUARDIAN_CONSENT_MISSING');
}

interface HouseholdAsk {
  people: HouseholdPeople;
  declaration: Declaration;
  guardianConsented: boolean;
}
interface Of {
  fileId: string;
  unionId: string;
  /** Relief that was paid to it within a year: income as any other. */
  reliefFen: number;
}

/** The people by their numbers, checked before anything of them is written. */
export async function enterHousehold(tx: Tx, ask: HouseholdAsk): Promise<string[]> {
  const today = chinaDate(tx.now);
  const guardianBelowAge = welfarePolicy('hardship.guardian_below_age', today);
  decideHousehold(ask.people, { ...ask, today, guardianBelowAge });
  return enterPeople({ sql: tx.sql, vault: tx.own.vault, today }, ask.people);
}

/** Duplicate PERSON_FILED where somebody is in another household's file, of whatever union. */
export async function writeHousehold(
  tx: Tx,
  { fileId, unionId, reliefFen }: Of,
  { people, declaration }: HouseholdAsk,
  personIds: readonly string[],
): Promise<void> {
  const { sql, own } = tx;
  await tx.beyondScope('nobody is in the files of two households, of whatever union');
  await sql`delete from household_person where file_id = ${fileId}`;
  const facts = people.map(({ health, occupation }, at) =>
    own.vault.seal(JSON.stringify({ health, occupation }), factsPlace(fileId, personIds[at] ?? '')),
  );
  const written = await sql`
    insert into household_person (file_id, union_id, person_id, relation, facts_sealed)
    select ${fileId}::uuid, ${unionId}::uuid, person, relation, facts
    from unnest(${personIds}::uuid[], ${people.map(({ relation }) => relation)}::text[], ${facts}::bytea[])
      as p(person, relation, facts)
    on conflict do nothing returning 1`;
  if (written.length < people.length) throw duplicate('PERSON_FILED');
  const { category } = await writeAssessment(
    tx,
    { fileId, unionId, reliefFen },
    people,
    declaration,
  );
  await sql`
    update hardship_file set head_id = ${personIds[0]}, family_size = ${people.length},
      category = ${category}, cause_group = ${CAUSE_GROUPS[declaration.mainCause]}
    where file_id = ${fileId}`;
}

async function writeAssessment(
  { sql, own, actor, now }: Tx,
  { fileId, unionId, reliefFen }: Of,
  people: HouseholdPeople,
  declaration: Declaration,
): Promise<Work> {
  const today = chinaDate(now);
  const relief = reliefFen === 0 ? [] : [{ kind: 'RELIEF', amountFen: reliefFen }];
  const whole = { ...declaration, incomes: [...declaration.incomes, ...relief] };
  const work = assess(
    { ...whole, familySize: people.length },
    {
      minimumLivingFen: welfarePolicy('hardship.minimum_living_fen', today),
      test: welfarePolicy('hardship.test', today),
      accident: welfarePolicy('hardship.accident', today),
    },
  );
  const [last] = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) + 1 as seq from hardship_assessment where file_id = ${fileId}`;
  const seq = last?.seq ?? 1;
  const assessed: Assessed = { declaration: whole, work };
  const sealed = own.vault.seal(JSON.stringify(assessed), assessedPlace(fileId, seq));
  const orderedBy = [
    orderOn(WELFARE_POLICY, 'hardship.minimum_living_fen', today),
    orderOn(WELFARE_POLICY, 'hardship.test', today),
  ].join('；');
  await sql`
    insert into hardship_assessment (file_id, seq, union_id, category, assessed_on, assessed_by, ordered_by, sealed)
    values (${fileId}, ${seq}, ${unionId}, ${work.category}, ${today}, ${actor.id}, ${orderedBy}, ${sealed})`;
  return work;
}

export const factsPlace = (fileId: string, personId: string) =>
  `household.person.${fileId}.${personId}`;
export const assessedPlace = (fileId: string, seq: number) => `hardship.assessed.${fileId}.${seq}`;

export function openAssessed(vault: Vault, sealed: Buffer, place: string): Assessed {
  return JSON.parse(vault.open(sealed, place)) as Assessed;
}

export function declarationView({ declaration }: Assessed): HouseholdDeclaration {
  const lines = (all: readonly Amount[]) =>
    all.map(({ kind, amountFen }) => ({ moneyKind: kind, amountFen: BigInt(amountFen) }));
  return {
    ...declaration,
    incomes: lines(declaration.incomes),
    rigidExpenses: lines(declaration.rigidExpenses),
    lossFen: BigInt(declaration.lossFen),
    compensatedFen: BigInt(declaration.compensatedFen),
  };
}
