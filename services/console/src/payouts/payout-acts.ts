// What finance has not taken, or has sent back, is asked for again or dropped. What it never answered it may have all the same.
import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Payout } from '../shapes.ts';

export const payoutStates = ['WAITING', 'REQUESTED', 'REFUSED', 'REJECTED', 'DROPPED'] as const;
const careKinds = ['HONOUR_ALLOWANCE', 'LIVING_SUBSIDY', 'SPECIAL_AID'] as const;
export const payoutKinds = [
  'SUGGESTION_REWARD',
  'HAZARD_AWARD',
  'STUDIO_FUNDING',
  'COMPETITION_PRIZE',
  'HONOUR_BONUS',
  'STUDY_SUBSIDY',
  ...careKinds,
] as const;

const back = ['REFUSED', 'REJECTED'] as const;
const unanswered = ({ refusalCode }: Payout) => refusalCode === 'FINANCE_UNREACHABLE';
const ofBatch = ({ payoutKind }: Payout) => careKinds.some((kind) => kind === payoutKind);

const about = ({ payoutId }: Payout, key: string) => ({
  params: { path: { payoutId } },
  headers: keyed(key),
});

export const payoutActs: ActsOf<Payout> = {
  askPayoutAgain: {
    leads: true,
    from: back,
    when: (one) => !unanswered(one),
    fields: ['bank', 'fundSource', 'projectCode'],
    first: ({ unionId, bank, sourceCode, projectCode }) => ({
      bank: `${unionId} ${bank}`,
      fundSource: sourceCode,
      projectCode,
    }),
    send(one, of, key) {
      const [, bank = ''] = of('bank').split(' ');
      const body = {
        expectedVersion: one.version,
        bank,
        projectCode: of('projectCode'),
        sourceCode: of('fundSource'),
      };
      return answer(client.POST('/payouts/{payoutId}/asking', { ...about(one, key), body }));
    },
  },
  repeatPayout: {
    leads: true,
    from: back,
    when: unanswered,
    fields: [],
    send(one, _, key) {
      const { version: expectedVersion, bank, projectCode, sourceCode } = one;
      const body = { expectedVersion, bank, projectCode, sourceCode };
      return answer(client.POST('/payouts/{payoutId}/asking', { ...about(one, key), body }));
    },
  },
  dropPayout: {
    from: back,
    // That of a batch of model workers goes with its batch.
    when: (one) => !unanswered(one) && !ofBatch(one),
    fields: [],
    send(one, _, key) {
      const body = { expectedVersion: one.version };
      return answer(client.POST('/payouts/{payoutId}/dropping', { ...about(one, key), body }));
    },
  },
};

const asAsked = ({ version: expectedVersion, bank, projectCode, sourceCode }: Payout) => ({
  expectedVersion,
  bank,
  projectCode,
  sourceCode,
});

/** From which source a grant is paid was decided with it: only the account may be another one. */
export const welfarePayoutActs: ActsOf<Payout> = {
  askPayoutAgain: {
    leads: true,
    from: back,
    when: (one) => !unanswered(one),
    fields: ['bank'],
    first: ({ unionId, bank }) => ({ bank: `${unionId} ${bank}` }),
    send(one, of, key) {
      const [, bank = ''] = of('bank').split(' ');
      const body = { ...asAsked(one), bank };
      return answer(
        client.POST('/welfare-payouts/{payoutId}/asking', { ...about(one, key), body }),
      );
    },
  },
  repeatPayout: {
    leads: true,
    from: back,
    when: unanswered,
    fields: [],
    send(one, _, key) {
      const body = asAsked(one);
      return answer(
        client.POST('/welfare-payouts/{payoutId}/asking', { ...about(one, key), body }),
      );
    },
  },
  dropPayout: {
    from: back,
    when: (one) => !unanswered(one),
    fields: [],
    send(one, _, key) {
      const body = { expectedVersion: one.version };
      return answer(client.POST('/welfare-payouts/{payoutId}/drop', { ...about(one, key), body }));
    },
  },
};
