// What may be done with a settlement: at which end, in which state and duty, and what has to be said for it.
import { answer, client } from '../client.ts';
import type { Settlement } from '../shapes.ts';
import { fenOf } from './fen.ts';

export type Values = Readonly<Record<string, string>>;
export type FieldName =
  | 'on'
  | 'bank'
  | 'reasonCode'
  | 'amount'
  | 'decisionNo'
  | 'decisionOn'
  | 'decision'
  | 'note';
/** Of a collective decision; all three or none. */
const DECISION = ['decisionNo', 'decisionOn', 'decision'] as const;

export interface SettlementAction {
  direction: 'OUT' | 'IN';
  from: readonly string[];
  duties: readonly string[];
  fields: readonly FieldName[];
  /** Asked for besides, of money that goes down, and may be left empty. */
  mayAsk?: readonly FieldName[];
  /** Where the state alone does not say it. */
  when?: (one: Settlement) => boolean;
  send(settlementId: string, version: number, values: Values, key: string): Promise<unknown>;
}

function about(settlementId: string, key: string) {
  return { params: { path: { settlementId } }, headers: { 'Idempotency-Key': key } };
}

export const settlementActions = {
  approve: {
    direction: 'OUT',
    from: ['PROPOSED'],
    duties: ['chair', 'finance'],
    fields: ['on'],
    mayAsk: DECISION,
    send(id, expectedVersion, { on: sentOn = '', ...values }, key) {
      const body = { expectedVersion, sentOn, ...decisionOf(values) };
      return answer(
        client.POST('/settlements/{settlementId}/approval', { ...about(id, key), body }),
      );
    },
  },
  withdraw: {
    direction: 'OUT',
    from: ['PROPOSED'],
    duties: ['finance'],
    fields: [],
    send(id, expectedVersion, _, key) {
      const body = { expectedVersion };
      return answer(
        client.POST('/settlements/{settlementId}/withdrawal', { ...about(id, key), body }),
      );
    },
  },
  receive: {
    direction: 'IN',
    from: ['EXPECTED', 'DISPUTED'],
    duties: ['finance'],
    fields: ['on', 'bank', 'amount'],
    send(id, expectedVersion, { on: receivedOn = '', bank = '', amount = '' }, key) {
      const body = { expectedVersion, receivedOn, bank, receivedFen: fenOf(amount) };
      return answer(
        client.POST('/settlements/{settlementId}/receipt', { ...about(id, key), body }),
      );
    },
  },
  dispute: {
    direction: 'IN',
    from: ['EXPECTED', 'DISPUTED'],
    duties: ['finance'],
    fields: ['on', 'reasonCode', 'amount'],
    send(id, expectedVersion, { on: disputedOn = '', reasonCode = '', amount = '' }, key) {
      const body = { expectedVersion, disputedOn, reasonCode, receivedFen: fenOf(amount) };
      return answer(
        client.POST('/settlements/{settlementId}/dispute', { ...about(id, key), body }),
      );
    },
  },
  takeBack: {
    direction: 'OUT',
    from: ['DISPUTED'],
    duties: ['chair', 'finance'],
    fields: ['on'],
    send(id, expectedVersion, { on: returnedOn = '' }, key) {
      const body = { expectedVersion, returnedOn };
      return answer(client.POST('/settlements/{settlementId}/return', { ...about(id, key), body }));
    },
  },
  decide: {
    direction: 'OUT',
    from: ['SENT', 'DISPUTED', 'CONFIRMED'],
    duties: ['chair', 'finance'],
    fields: DECISION,
    when: ({ decisionDueOn, decisionOn }) => decisionDueOn !== '' && decisionOn === '',
    send(id, expectedVersion, values, key) {
      const body = { expectedVersion, ...decisionOf(values) };
      return answer(
        client.POST('/settlements/{settlementId}/decision', { ...about(id, key), body }),
      );
    },
  },
  reportUse: {
    direction: 'IN',
    from: ['RECEIVED'],
    duties: ['finance'],
    fields: ['note'],
    when: ({ kind }) => kind === 'SPECIAL_TRANSFER',
    send(id, expectedVersion, { note = '' }, key) {
      const body = { expectedVersion, note };
      return answer(client.POST('/settlements/{settlementId}/use', { ...about(id, key), body }));
    },
  },
} satisfies Record<string, SettlementAction>;

function decisionOf({ decisionNo = '', decisionOn = '', decision = '' }: Values) {
  return { decisionNo, decisionOn, decisionSha256: decision };
}

/** What a dialog asks: money that goes down may come with a collective decision. */
export function fieldsOf(action: SettlementAction, one: Settlement): readonly FieldName[] {
  const down = one.kind === 'GENERAL_TRANSFER' || one.kind === 'SPECIAL_TRANSFER';
  return down ? [...action.fields, ...(action.mayAsk ?? [])] : action.fields;
}

export type SettlementActionName = keyof typeof settlementActions;
const names = Object.keys(settlementActions) as SettlementActionName[];

/** Whoever proposed a payment is not asked to let it go. */
export function offers(one: Settlement, { duty, accountId }: Reader): SettlementActionName[] {
  return names.filter((name) => {
    const action: SettlementAction = settlementActions[name];
    const fits = action.direction === one.direction && action.from.includes(one.state);
    const own = name === 'approve' && one.proposedBy === accountId;
    return fits && action.duties.includes(duty) && !own && (action.when?.(one) ?? true);
  });
}
interface Reader {
  duty: string;
  accountId: string;
}
