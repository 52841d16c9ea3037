// How work orders come in: calls and tickets of somebody else; and calls that were answered at once.
import { keyed, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';

const received = (intake: 'CALL' | 'TRANSFER') => (_: null, of: Said, key: string) => {
  const body = {
    unionId: of('union'),
    intake,
    source: of('ticketSource'),
    sourceNo: of('ticketNo'),
    callerName: of('callerName'),
    callerPhone: of('callerPhone'),
    title: of('matterTitle'),
    content: of('matterContent'),
  };
  return answer(client.POST('/work-orders', { headers: keyed(key), body }));
};

const said = ['callerName', 'callerPhone', 'matterTitle', 'matterContent'] as const;

export const intakeActs: ActsOf<null> = {
  receiveCall: { leads: true, fields: ['union', ...said], send: received('CALL') },
  receiveTicket: {
    fields: ['union', 'ticketSource', 'ticketNo', ...said],
    send: received('TRANSFER'),
  },
  recordCalls: {
    fields: ['union', 'calledOn', 'orderKind', 'calls'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        calledOn: of('calledOn'),
        orderKind: of('orderKind'),
        calls: Number(of('calls')),
      };
      return answer(client.POST('/hotline-calls', { headers: keyed(key), body }));
    },
  },
};

export const openDesk: ActsOf<null> = {
  openDesk: {
    leads: true,
    whole: true,
    fields: ['seats', 'deskLawyers', 'deskHandlers'],
    send(_, of, key) {
      const body = {
        seats: Number(of('seats')),
        lawyers: Number(of('deskLawyers')),
        handlers: Number(of('deskHandlers')),
      };
      return answer(client.PUT('/work-order-desk', { headers: keyed(key), body }));
    },
  },
};
