// Who or what is honoured, under one key whoever nominates: that nobody is nominated twice (domain §4.3).
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type {
  Holder,
  HonourCode,
  HonourLevel,
  HonourRef,
  HonourRule,
} from '../honour/honour-policy.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { NOT_STANDING } from './steps.ts';

export interface SubjectAsk {
  unionId: string;
  personName: string;
  idNumber: string;
  holderName: string;
}

export interface Subject {
  subjectKey: string;
  personId: string | null;
  holderName: string;
}

/** Invalid HONOUR_SUBJECT_WRONG: a person has a name and a number, a team or a result a name, a unit neither. */
export function decideSubject(holder: Holder, ask: SubjectAsk): void {
  const wanted = {
    personName: holder === 'PERSON',
    idNumber: holder === 'PERSON',
    holderName: holder === 'TEAM' || holder === 'RESULT',
  };
  for (const field of ['personName', 'idNumber', 'holderName'] as const)
    if ((ask[field] !== '') !== wanted[field])
      throw invalid('HONOUR_SUBJECT_WRONG', { holder, field });
}

/** Entered where it is a person, and locked until the transaction ends: two who nominate it at once wait. */
export async function enterSubject(
  { sql, own }: Pick<Tx, 'sql' | 'own'>,
  holder: Holder,
  ask: SubjectAsk & { unionName: string },
  today: string,
): Promise<Subject> {
  decideSubject(holder, ask);
  const people = holder === 'PERSON' ? [ask] : [];
  const [personId = null] = await enterPeople({ sql, vault: own.vault, today }, people);
  const holderName = holder === 'UNIT' ? ask.unionName : ask.holderName;
  const named = holder === 'UNIT' ? ask.unionId : `${ask.unionId}:${ask.holderName}`;
  const subjectKey = `${holder}:${personId ?? named}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`honour:${subjectKey}`}, 0))`;
  return { subjectKey, personId, holderName };
}

interface Candidate {
  nominationId: string;
  roundId: string;
  roundYear: number;
  honourCode: HonourCode;
  level: HonourLevel;
  subjectKey: string;
}

/** Refused HONOUR_TWICE_IN_CYCLE: nominated in this round, or nominated for or granted the same within its cycle. */
export async function requireOnceInCycle(
  sql: Sql,
  one: Candidate,
  { cycleYears }: HonourRule,
): Promise<void> {
  const from = one.roundYear - cycleYears + 1;
  const to = one.roundYear + cycleYears - 1;
  const [found] = await sql<{ year: number }>`
    select r.round_year as year from nomination as n join honour_round as r on r.round_id = n.round_id
    where n.subject_key = ${one.subjectKey} and n.nomination_id <> ${one.nominationId}
      and n.state <> all(${[...NOT_STANDING]}::text[])
      and (n.round_id = ${one.roundId} or (n.honour_code = ${one.honourCode} and r.level = ${one.level}
        and r.round_year between ${from} and ${to}))
    union all
    select extract(year from granted_on)::int from honour_grant
    where subject_key = ${one.subjectKey} and honour_code = ${one.honourCode} and level = ${one.level}
      and extract(year from granted_on) between ${from} and ${to}
    limit 1`;
  if (found) throw refused('HONOUR_TWICE_IN_CYCLE', { year: found.year });
}

/** Refused HONOUR_PREREQUISITE_MISSING: who is nominated holds one of those, and it was not taken back. */
export async function requirePrerequisite(
  sql: Sql,
  subjectKey: string,
  { prerequisites }: HonourRule,
): Promise<void> {
  if (prerequisites.length === 0) return;
  if (await heldBasis(sql, { subjectKey }, { prerequisites })) return;
  const one = prerequisites.map(({ honourCode, level }) => `${level} ${honourCode}`).join(', ');
  throw refused('HONOUR_PREREQUISITE_MISSING', { one });
}

/** Which of the honours asked for before is held and was not taken back. */
export async function heldBasis(
  sql: Sql,
  { subjectKey }: { subjectKey: string },
  { prerequisites }: Pick<HonourRule, 'prerequisites'>,
): Promise<HonourRef | undefined> {
  const codes = prerequisites.map(({ honourCode }) => honourCode);
  const levels = prerequisites.map(({ level }) => level);
  const [held] = await sql<HonourRef>`
    select g.honour_code as "honourCode", g.level from honour_grant as g
    join unnest(${codes}::text[], ${levels}::text[]) as w(code, level)
      on w.code = g.honour_code and w.level = g.level
    where g.subject_key = ${subjectKey} and g.revoked_on is null limit 1`;
  return held;
}
