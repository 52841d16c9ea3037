// What can be done with a membership: from which state, what has to be said for it, and what is asked of the node.
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { Member } from '../shapes.ts';

export type Values = Readonly<Record<string, string>>;

export interface Field {
  name: 'on' | 'reason' | 'how' | 'document' | 'toUnion' | 'askedBy';
  kind: 'date' | 'choice' | 'text' | 'union';
  /** Of a choice: its codes, and the group of words they are in. */
  codes?: readonly string[];
  words?: string;
  /** A date that may lie ahead. */
  ahead?: true;
  /** Left out: always. */
  isNeeded?: (values: Values) => boolean;
}

export interface Action {
  from: readonly string[];
  fields: readonly Field[];
  /** It cannot be taken back, and says so in its colour too. */
  grave?: true;
  send(member: Member, values: Values, key: string): Promise<unknown>;
}

const on: Field = { name: 'on', kind: 'date' };
/** deemed_left and expelled follow from a decision of the committee, which has a number. */
const decided = ({ how }: Values): boolean => how === 'deemed_left' || how === 'expelled';

function about({ memberId, version }: Member, key: string) {
  return {
    params: { path: { memberId } },
    headers: { 'Idempotency-Key': key },
    expectedVersion: version,
  };
}

export const actions = {
  approve: {
    from: ['APPLIED', 'UNDER_REVIEW'],
    fields: [on],
    send(member, { on: approvedOn = '' }, key) {
      const { expectedVersion, ...rest } = about(member, key);
      const body = { approvedOn, expectedVersion };
      return answer(client.POST('/members/{memberId}/approval', { ...rest, body }));
    },
  },
  reject: {
    from: ['APPLIED', 'UNDER_REVIEW'],
    grave: true,
    fields: [
      {
        name: 'reason',
        kind: 'choice',
        words: 'rejectReason',
        codes: ['incomplete', 'identity_mismatch', 'wrong_unit', 'already_member', 'not_eligible'],
      },
    ],
    send(member, { reason = '' }, key) {
      const { expectedVersion, ...rest } = about(member, key);
      const body = { reason, expectedVersion };
      return answer(client.POST('/members/{memberId}/rejection', { ...rest, body }));
    },
  },
  transfer: {
    from: ['ACTIVE'],
    fields: [
      { name: 'toUnion', kind: 'union' },
      { name: 'on', kind: 'date', ahead: true },
      { name: 'askedBy', kind: 'choice', words: 'asker', codes: ['member', 'sender'] },
    ],
    send({ memberId }, { toUnion = '', on: effectiveOn = '', askedBy = '' }, key) {
      const headers = { 'Idempotency-Key': key };
      const body = { memberId, toUnionId: toUnion, effectiveOn, askedBy };
      return answer(client.POST('/transfers', { headers, body }));
    },
  },
  retain: {
    from: ['ACTIVE'],
    fields: [
      {
        name: 'reason',
        kind: 'choice',
        words: 'retainReason',
        codes: ['retired', 'unemployed', 'union_dissolved', 'off_post'],
      },
      on,
    ],
    send(member, { reason = '', on: effectiveOn = '' }, key) {
      const { expectedVersion, ...rest } = about(member, key);
      const body = { reason, effectiveOn, expectedVersion };
      return answer(client.POST('/members/{memberId}/retention', { ...rest, body }));
    },
  },
  reactivate: {
    from: ['RETAINED'],
    fields: [on],
    send(member, { on: effectiveOn = '' }, key) {
      const { expectedVersion, ...rest } = about(member, key);
      const body = { effectiveOn, expectedVersion };
      return answer(client.POST('/members/{memberId}/reactivation', { ...rest, body }));
    },
  },
  end: {
    from: ['ACTIVE', 'RETAINED'],
    grave: true,
    fields: [
      {
        name: 'how',
        kind: 'choice',
        words: 'endWay',
        codes: ['left', 'deemed_left', 'expelled', 'deceased'],
      },
      on,
      { name: 'document', kind: 'text', isNeeded: decided },
    ],
    send(member, { how = '', on: effectiveOn = '', document: decisionDocNo = '' }, key) {
      const { expectedVersion, ...rest } = about(member, key);
      const body = { how, effectiveOn, decisionDocNo, expectedVersion };
      return answer(client.POST('/members/{memberId}/end', { ...rest, body }));
    },
  },
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
const names = Object.keys(actions) as ActionName[];

/** What a membership in this state admits. */
export function actionsFor(state: string): ActionName[] {
  return names.filter((name) => (actions[name].from as readonly string[]).includes(state));
}

/** What a dialog begins with: today, and nothing chosen. */
export function firstValues(name: ActionName): Values {
  const fields: readonly Field[] = actions[name].fields;
  return Object.fromEntries(
    fields.map((field) => [field.name, field.kind === 'date' ? today() : '']),
  );
}

/** The fields that have to be filled in, given what is filled in already. */
export function fieldsOf(name: ActionName, values: Values): Field[] {
  const fields: readonly Field[] = actions[name].fields;
  return fields.filter(({ isNeeded }) => isNeeded?.(values) !== false);
}
