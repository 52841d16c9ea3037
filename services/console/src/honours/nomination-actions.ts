// What may be done with a nomination: in which state and duty, and what has to be said for it. The node asks again, and
// says why where it refuses.
import { answer, client } from '../client.ts';
import type { Nomination } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';

export type FieldName =
  | 'happenedOn'
  | 'congressPresent'
  | 'congressFor'
  | 'consentedOn'
  | 'recordClear'
  | 'channel'
  | 'summary'
  | 'bodies'
  | 'answer'
  | 'note'
  | 'decisionNo'
  | 'reason';

export interface NominationAction {
  from: readonly string[];
  /** Of the node as a whole: its committee, its chair. */
  whole?: true;
  chair?: true;
  /** Leads on to the next state, and so stands out. */
  leads?: true;
  fields: readonly FieldName[];
  send(one: Nomination, said: FormValues, key: string): Promise<unknown>;
}

/** What every step says. */
function about({ nominationId, version }: Nomination, said: FormValues, key: string) {
  const { happenedOn = '' } = said;
  const request = { params: { path: { nominationId } }, headers: { 'Idempotency-Key': key } };
  return { request, step: { expectedVersion: version, happenedOn } };
}

const SHOWN = ['PUBLISHED_IN_UNIT', 'PUBLISHED_IN_REGION', 'PUBLISHED_AT_DECISION'];
const REVIEWED = [
  'SUBMITTED',
  'REVIEWED',
  'FIRST_REVIEWED',
  'PUBLISHED_IN_REGION',
  'FINALLY_REVIEWED',
];
const AT_NODE = [...REVIEWED, 'PUBLISHED_AT_DECISION'];

export const nominationActions = {
  recommend: {
    from: ['DRAFT'],
    leads: true,
    fields: ['happenedOn', 'congressPresent', 'congressFor', 'consentedOn', 'recordClear'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const { congressPresent, congressFor, consentedOn = '', recordClear } = said;
      const votes = { congressPresent: Number(congressPresent), congressFor: Number(congressFor) };
      const body = { ...step, ...votes, consentedOn, recordClear: recordClear === 'yes' };
      return answer(client.POST('/nominations/{nominationId}/recommend', { ...request, body }));
    },
  },
  publish: {
    from: ['RECOMMENDED', 'FIRST_REVIEWED', 'FINALLY_REVIEWED'],
    leads: true,
    fields: ['happenedOn', 'channel'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, channel: said['channel'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/publish', { ...request, body }));
    },
  },
  submit: {
    from: ['PUBLISHED_IN_UNIT'],
    leads: true,
    fields: ['happenedOn'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      return answer(client.POST('/nominations/{nominationId}/submit', { ...request, body: step }));
    },
  },
  consult: {
    from: ['SUBMITTED'],
    whole: true,
    fields: ['happenedOn', 'bodies'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, bodies: (said['bodies'] ?? '').split(',').filter(Boolean) };
      return answer(client.POST('/nominations/{nominationId}/consultations', { ...request, body }));
    },
  },
  review: {
    from: ['SUBMITTED', 'PUBLISHED_IN_REGION'],
    whole: true,
    leads: true,
    fields: ['happenedOn', 'answer', 'note'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, answer: said['answer'] ?? '', note: said['note'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/review', { ...request, body }));
    },
  },
  decide: {
    from: ['PUBLISHED_AT_DECISION'],
    whole: true,
    chair: true,
    leads: true,
    fields: ['happenedOn', 'decisionNo'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, decisionNo: said['decisionNo'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/decide', { ...request, body }));
    },
  },
  award: {
    from: ['DECIDED'],
    whole: true,
    leads: true,
    fields: ['happenedOn'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      return answer(client.POST('/nominations/{nominationId}/award', { ...request, body: step }));
    },
  },
  object: {
    from: SHOWN,
    fields: ['happenedOn', 'summary'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, summary: said['summary'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/objections', { ...request, body }));
    },
  },
  withdraw: {
    from: ['DRAFT', 'RECOMMENDED', 'PUBLISHED_IN_UNIT', ...AT_NODE],
    fields: ['happenedOn', 'reason'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, reason: said['reason'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/withdraw', { ...request, body }));
    },
  },
  veto: {
    from: [...AT_NODE, 'DECIDED'],
    whole: true,
    chair: true,
    fields: ['happenedOn', 'reason'],
    send(one, said, key) {
      const { request, step } = about(one, said, key);
      const body = { ...step, reason: said['reason'] ?? '' };
      return answer(client.POST('/nominations/{nominationId}/veto', { ...request, body }));
    },
  },
} satisfies Record<string, NominationAction>;

export type ActionName = keyof typeof nominationActions;
const names = Object.keys(nominationActions) as ActionName[];

export interface Reader {
  duty: string;
  /** The duty is over the whole node. */
  whole: boolean;
  /** Whose honours the node decides itself. */
  level: string;
  today: string;
}

type Standing = Pick<
  Nomination,
  'state' | 'level' | 'publicityEndsOn' | 'openObjections' | 'openConsultations' | 'heldBy'
>;

/** Only what the node would take: nothing before a publicity is over, an objection answered, a body asked heard. */
export function offers(one: Standing, reader: Reader): ActionName[] {
  if (!['clerk', 'chair'].includes(reader.duty)) return [];
  return names.filter((name) => {
    const action: NominationAction = nominationActions[name];
    if (!action.from.includes(one.state)) return false;
    // What another node holds is asked back, and nothing else.
    if (one.heldBy !== '' && name !== 'withdraw' && name !== 'veto') return false;
    if (action.whole && !reader.whole) return false;
    if (action.chair && reader.duty !== 'chair') return false;
    return isDue(name, one, reader);
  });
}

function isDue(name: ActionName, one: Standing, { whole, level, today }: Reader): boolean {
  const shown = one.publicityEndsOn !== '';
  const over = !shown || (today > one.publicityEndsOn && one.openObjections === 0);
  if (name === 'submit' || name === 'review') return over && one.openConsultations === 0;
  if (name === 'decide') return over && one.level === level;
  if (name === 'publish') return whole || one.state === 'RECOMMENDED';
  // Beyond the unit it is the node's publicity, and anybody's objection is taken down by whoever hears it.
  return true;
}

type Word = Exclude<ActionName, 'review' | 'publish'> | 'firstReview' | 'finalReview' | Shown;
type Shown = 'publishInUnit' | 'publishInRegion' | 'publishAtDecision';

/** The two reviews and the three publicities have names of their own. */
export function wordOf(name: ActionName, state: string): Word {
  if (name === 'review') return state === 'SUBMITTED' ? 'firstReview' : 'finalReview';
  if (name !== 'publish') return name;
  if (state === 'RECOMMENDED') return 'publishInUnit';
  return state === 'FIRST_REVIEWED' ? 'publishInRegion' : 'publishAtDecision';
}
