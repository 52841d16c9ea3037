import { keyed, listed, type ActsOf, type Said } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Suggestion } from '../shapes.ts';

export const suggestionStates = [
  'SUBMITTED',
  'ADOPTED',
  'REJECTED',
  'BENEFIT_RECORDED',
  'REWARDED',
] as const;

const about = ({ suggestionId }: Suggestion, key: string) => ({
  params: { path: { suggestionId } },
  headers: keyed(key),
});
const answered = (adopted: boolean) => (one: Suggestion, of: Said, key: string) => {
  const body = { expectedVersion: one.version, adopted, answer: of('answer') };
  return answer(client.POST('/suggestions/{suggestionId}/answer', { ...about(one, key), body }));
};

const submitted = (_: null, of: Said, key: string) => {
  const body = {
    unionId: of('union'),
    personName: of('personName'),
    idNumber: of('idNumber'),
    title: of('title'),
    content: of('content'),
  };
  return answer(client.POST('/suggestions', { headers: keyed(key), body }));
};

/** A desk names who had the idea; a member speaks for himself. */
export const submitSuggestion: ActsOf<null> = {
  submitSuggestion: {
    leads: true,
    fields: ['union', 'personName', 'idNumber', 'title', 'content'],
    send: submitted,
  },
  suggestMine: { leads: true, duties: ['member'], fields: ['title', 'content'], send: submitted },
};

export const suggestionActs: ActsOf<Suggestion> = {
  adoptSuggestion: {
    leads: true,
    from: ['SUBMITTED'],
    fields: ['answer'],
    send: answered(true),
  },
  rejectSuggestion: { from: ['SUBMITTED'], fields: ['answer'], send: answered(false) },
  recordBenefit: {
    leads: true,
    from: ['ADOPTED'],
    fields: ['benefit', 'benefitOn', 'evidence'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        benefitFen: fenOf(of('benefit')),
        benefitOn: of('benefitOn'),
        evidenceSha256: listed(of('evidence')),
      };
      return answer(
        client.POST('/suggestions/{suggestionId}/benefit', { ...about(one, key), body }),
      );
    },
  },
  rewardSuggestion: {
    leads: true,
    from: ['BENEFIT_RECORDED'],
    fields: ['reward', 'rewardDocumentNo', 'rewardedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        rewardFen: fenOf(of('reward')),
        rewardDocumentNo: of('rewardDocumentNo'),
        rewardedOn: of('rewardedOn'),
      };
      return answer(
        client.POST('/suggestions/{suggestionId}/reward', { ...about(one, key), body }),
      );
    },
  },
  payReward: payout('SUGGESTION_REWARD', 'REWARDED', ({ suggestionId, own, payoutState }) => {
    return { recordId: suggestionId, recordPart: '', named: own, payoutState };
  }),
};
