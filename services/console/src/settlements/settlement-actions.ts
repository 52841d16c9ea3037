// What may be done with a settlement: at which end, in which state and duty, and what has to be said for it.
import { answer, client } from '../client.ts';
import type { Settlement } from '../shapes.ts';
import { fenOf } from './fen.ts';

export type Values = Readonly<Record<string, string>>;
export type FieldName = 'on' | 'bank' | 'reasonCode' | 'amount';

export interface SettlementAction {
  direction: 'OUT' | 'IN';
  from: readonly string[];
  duties: readonly string[];
  fields: readonly FieldName[];
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
    send(id, expectedVersion, { on: sentOn = '' }, key) {
      const body = { expectedVersion, sentOn };
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
} satisfies Record<string, SettlementAction>;

export type SettlementActionName = keyof typeof settlementActions;
const names = Object.keys(settlementActions) as SettlementActionName[];

export function offers({ direction, state }: Settlement, duty: string): SettlementActionName[] {
  return names.filter((name) => {
    const action: SettlementAction = settlementActions[name];
    const fits = action.direction === direction && action.from.includes(state);
    return fits && action.duties.includes(duty);
  });
}
