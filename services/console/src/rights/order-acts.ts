// What may be done with a work order, as the service has it (welfare: work-order/steps.ts): who received it, whoever has it.
import { keyed, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import { openStates, runningStates, type SeenOrder } from './order-states.ts';

const isHere = ({ heldBy }: SeenOrder) => heldBy === '';
const isOwn = ({ fromNode }: SeenOrder) => fromNode === '';
/** At the desk that received it, where it lies. */
const atIntake = (order: SeenOrder) => order.atDesk && isOwn(order) && isHere(order);
const atHolder = (order: SeenOrder) => order.atDesk && isHere(order);

const about = ({ orderId }: Pick<SeenOrder, 'orderId'>, key: string) => ({
  params: { path: { orderId } },
  headers: keyed(key),
});
export const orNone = (yuan: string) => (yuan === '' ? '0' : fenOf(yuan));
export const wordsIn = (text: string) => text.split(/[\s,，、]+/).filter((one) => one !== '');

type Sent = Pick<Act<SeenOrder>, 'fields' | 'send'>;

/** A step of whoever has it. */
const stepped = (step: string, fields: Sent['fields'] = ['careRemark']): Sent => ({
  fields,
  send(order, of, key) {
    const body = {
      expectedVersion: order.version,
      step,
      reason: step === 'RETURN' ? of('returnReason') : '',
      note: of('careRemark'),
    };
    return answer(client.POST('/work-orders/{orderId}/steps', { ...about(order, key), body }));
  },
});

/** A step of whoever looks after it. */
const reviewed = (step: string, fields: Sent['fields'] = ['careRemark']): Sent => ({
  fields,
  send(order, of, key) {
    const days = Number(of('moreDays') || '0');
    const body = { expectedVersion: order.version, step, days, note: of('careRemark') };
    return answer(client.POST('/work-orders/{orderId}/reviews', { ...about(order, key), body }));
  },
});

const replied: Sent = {
  fields: ['reply', 'recovered', 'helpedWorkers'],
  send(order, of, key) {
    const body = {
      expectedVersion: order.version,
      reply: of('reply'),
      recoveredFen: orNone(of('recovered')),
      workers: Number(of('helpedWorkers')),
    };
    return answer(client.POST('/work-orders/{orderId}/reply', { ...about(order, key), body }));
  },
};

function dispatched(order: SeenOrder, of: Said, key: string): Promise<unknown> {
  const body = {
    expectedVersion: order.version,
    toNode: of('toNode'),
    toUnionId: of('handlerUnion'),
    note: of('careRemark'),
  };
  return answer(client.POST('/work-orders/{orderId}/dispatch', { ...about(order, key), body }));
}

const toGive = ['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'];

const classifying: ActsOf<SeenOrder> = {
  classifyOrder: {
    leads: true,
    from: ['RECEIVED'],
    when: atIntake,
    fields: ['orderKind', 'orderClass', 'region', 'tags'],
    first: ({ home }) => ({ region: home }),
    send(order, of, key) {
      const body = {
        expectedVersion: order.version,
        orderKind: of('orderKind'),
        orderClass: of('orderClass'),
        regionCode: of('region'),
        tags: wordsIn(of('tags')),
      };
      const to = '/work-orders/{orderId}/classification';
      return answer(client.POST(to, { ...about(order, key), body }));
    },
  },
  // Who is a member of this node is known here alone: what he asks for stays here.
  dispatchDown: {
    leads: true,
    from: toGive,
    when: (order) => atHolder(order) && order.intake !== 'PETITION',
    fields: ['toNode', 'careRemark'],
    send: dispatched,
  },
  dispatchUnion: {
    from: toGive,
    when: atHolder,
    fields: ['handlerUnion', 'careRemark'],
    send: dispatched,
  },
  answerOrder: { from: ['CLASSIFIED'], when: atIntake, ...replied },
};

const handling: ActsOf<SeenOrder> = {
  acceptOrder: { leads: true, from: ['DISPATCHED'], when: isHere, ...stepped('ACCEPT') },
  handleOrder: {
    leads: true,
    from: ['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'],
    when: isHere,
    ...stepped('HANDLE'),
  },
  returnOrder: {
    from: ['DISPATCHED', 'RETURNED'],
    when: (order) => isHere(order) && (order.handlerUnionId !== '' || !isOwn(order)),
    ...stepped('RETURN', ['returnReason', 'careRemark']),
  },
  replyOrder: { leads: true, from: ['HANDLING'], when: isHere, ...replied },
  waitCaller: { from: ['HANDLING'], when: isHere, ...stepped('WAIT') },
  resumeOrder: { leads: true, from: ['WAITING'], when: isHere, ...stepped('RESUME') },
  askExtension: {
    from: ['HANDLING'],
    when: (order) => isHere(order) && order.extension === '',
    ...stepped('ASK_EXTENSION'),
  },
};

const isAsked = (order: SeenOrder) => order.atDesk && isOwn(order) && order.extension === 'ASKED';

const reviewing: ActsOf<SeenOrder> = {
  grantExtension: {
    leads: true,
    from: runningStates,
    when: isAsked,
    ...reviewed('GRANT_EXTENSION', ['moreDays', 'careRemark']),
  },
  denyExtension: { from: runningStates, when: isAsked, ...reviewed('DENY_EXTENSION') },
  passReply: {
    leads: true,
    from: ['REPLIED', 'LEVEL_REVIEW'],
    when: atHolder,
    ...reviewed('PASS'),
  },
  sendBack: { from: ['REPLIED', 'LEVEL_REVIEW'], when: atHolder, ...reviewed('SEND_BACK') },
  superviseOrder: {
    from: runningStates,
    when: ({ atDesk, supervisedOn }) => atDesk && supervisedOn === '',
    ...reviewed('SUPERVISE'),
  },
};

const closing: ActsOf<SeenOrder> = {
  closeOrder: {
    leads: true,
    from: ['ANSWERED', 'CALLBACK'],
    when: atIntake,
    fields: ['satisfaction', 'careRemark'],
    send(order, of, key) {
      const body = {
        expectedVersion: order.version,
        satisfaction: Number(of('satisfaction')),
        note: of('careRemark'),
      };
      return answer(client.POST('/work-orders/{orderId}/close', { ...about(order, key), body }));
    },
  },
  reopenOrder: {
    from: ['CALLBACK'],
    when: (order) => atIntake(order) && !order.reopened,
    ...reviewed('REOPEN'),
  },
  archiveOrder: { leads: true, from: ['CLOSED'], when: atIntake, ...reviewed('ARCHIVE') },
  mergeOrder: {
    from: ['RECEIVED', 'CLASSIFIED'],
    when: atIntake,
    fields: ['mergedInto'],
    send(order, of, key) {
      const body = { expectedVersion: order.version, intoOrderId: of('mergedInto') };
      return answer(client.POST('/work-orders/{orderId}/merge', { ...about(order, key), body }));
    },
  },
  transferOut: {
    from: ['CLASSIFIED', 'RETURNED', 'HANDLING', 'REOPENED'],
    when: atIntake,
    fields: ['outAgency', 'agencyNo'],
    send(order, of, key) {
      const agency = of('outAgency');
      const body = { expectedVersion: order.version, agency, agencyNo: of('agencyNo') };
      return answer(client.POST('/work-orders/{orderId}/transfer', { ...about(order, key), body }));
    },
  },
  cancelOrder: {
    from: openStates,
    when: (order) => order.atDesk && isOwn(order),
    ...reviewed('CANCEL'),
  },
};

/** In the order in which an order comes by them. */
export const orderActs: ActsOf<SeenOrder> = {
  ...classifying,
  ...handling,
  ...reviewing,
  ...closing,
};
