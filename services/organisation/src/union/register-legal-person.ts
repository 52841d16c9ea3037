import { chinaDate } from '@gonglian/kernel/dates.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { isSubdivision } from '@gonglian/kernel/union.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { asRefusal, unionCode } from './placing.ts';
import { noteChange } from './union-change.ts';
import {
  requireActive,
  requireDone,
  requireFounded,
  unionAt,
  type UnionRecord,
} from './union-record.ts';

const RegisterLegalPerson = z.strictObject({
  unionId: id,
  uscc: text(40),
  certificateNo: text(60),
  registeredOn: date,
  expectedVersion,
});
type RegisterLegalPerson = z.output<typeof RegisterLegalPerson>;

type Unregistered = Pick<UnionRecord, 'kind' | 'status' | 'uscc' | 'establishedOn'>;

/** The union's own code in normal form; a code once registered stays for life (domain §1.6). */
export function decideRegistration(
  union: Unregistered,
  { today, taken }: { today: string; taken: boolean },
  ask: RegisterLegalPerson,
): string {
  requireActive(union);
  if (isSubdivision(union.kind)) throw refused('LEGAL_PERSON_NOT_ALLOWED', { kind: union.kind });
  requireDone('registeredOn', ask.registeredOn, today);
  requireFounded(union, ask.registeredOn);
  const { uscc, fault } = unionCode(ask.uscc);
  if (fault) throw asRefusal(fault);
  if (union.uscc !== null) throw refused('LEGAL_PERSON_REGISTERED');
  if (taken || uscc === null) throw duplicate('USCC_TAKEN');
  return uscc;
}

export const registerLegalPerson = command({
  schema: RegisterLegalPerson,
  permission: 'organisation.union.register',
  unions: (ask) => [ask.unionId],
  async run(tx, ask) {
    const union = await unionAt(tx.em, ask.unionId, ask.expectedVersion);
    const other = await tx.sql`
      select 1 from union_record where uscc = ${ask.uscc.toUpperCase()} and id <> ${ask.unionId}`;
    const place = { today: chinaDate(tx.now), taken: other.length > 0 };
    union.uscc = decideRegistration(union, place, ask);
    union.certificateNo = ask.certificateNo;
    union.registeredOn = ask.registeredOn;
    const { registeredOn: effectiveOn } = ask;
    const line = { what: 'legal_person', effectiveOn, detail: union.uscc } as const;
    const version = await noteChange(tx, union, line);
    return { unionId: ask.unionId, version };
  },
});
