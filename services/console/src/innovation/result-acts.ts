import { RESULT_LEVELS } from '../acts/act-fields.ts';
import { keyed, listed, peopleIn, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { InnovationResult } from '../shapes.ts';

const about = ({ resultId }: InnovationResult, key: string) => ({
  params: { path: { resultId } },
  headers: keyed(key),
});

/** At which levels its declaration has come so far. */
const levelsIn = ({ declarations }: InnovationResult, state: string): string[] =>
  declarations.filter((one) => one.state === state).map(({ level }) => level);
const undeclared = ({ declarations }: InnovationResult): string[] =>
  RESULT_LEVELS.filter((level) => declarations.every((one) => one.level !== level));

const awarded =
  (award: (of: Said) => { award: string; awardDocumentNo: string }) =>
  (one: InnovationResult, of: Said, key: string) => {
    const body = {
      expectedVersion: one.version,
      level: of('decidedAt'),
      ...award(of),
      decidedOn: of('decidedOn'),
    };
    return answer(
      client.POST('/innovation-results/{resultId}/awards', { ...about(one, key), body }),
    );
  };

export const registerResult: ActsOf<null> = {
  registerResult: {
    leads: true,
    fields: [
      'union',
      'resultKind',
      'resultTitle',
      'authors',
      'before',
      'after',
      'benefit',
      'evidence',
      'registeredOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        resultKind: of('resultKind'),
        title: of('resultTitle'),
        authors: peopleIn(of('authors')),
        beforeText: of('before'),
        afterText: of('after'),
        benefitFen: fenOf(of('benefit')),
        evidenceSha256: listed(of('evidence')),
        registeredOn: of('registeredOn'),
      };
      return answer(client.POST('/innovation-results', { headers: keyed(key), body }));
    },
  },
};

export const resultActs: ActsOf<InnovationResult> = {
  declareResult: {
    leads: true,
    when: (one) => undeclared(one).length > 0,
    fields: ['declaredAt', 'declaredOn'],
    levels: (one) => ({ declaredAt: undeclared(one) }),
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        level: of('declaredAt'),
        declaredOn: of('declaredOn'),
      };
      return answer(
        client.POST('/innovation-results/{resultId}/declarations', { ...about(one, key), body }),
      );
    },
  },
  evaluateResult: {
    whole: true,
    when: (one) => levelsIn(one, 'DECLARED').length > 0,
    fields: ['decidedAt', 'score', 'evaluatedOn'],
    levels: (one) => ({ decidedAt: levelsIn(one, 'DECLARED') }),
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        level: of('decidedAt'),
        // Hundredths of a point are read as fen are.
        score: Number(fenOf(of('score'))),
        evaluatedOn: of('evaluatedOn'),
      };
      return answer(
        client.POST('/innovation-results/{resultId}/evaluations', { ...about(one, key), body }),
      );
    },
  },
  honourResult: {
    whole: true,
    when: (one) => levelsIn(one, 'EVALUATED').length > 0,
    fields: ['decidedAt', 'award', 'rewardDocumentNo', 'decidedOn'],
    levels: (one) => ({ decidedAt: levelsIn(one, 'EVALUATED') }),
    send: awarded((of) => ({ award: of('award'), awardDocumentNo: of('rewardDocumentNo') })),
  },
  passOverResult: {
    whole: true,
    when: (one) => levelsIn(one, 'EVALUATED').length > 0,
    fields: ['decidedAt', 'decidedOn'],
    levels: (one) => ({ decidedAt: levelsIn(one, 'EVALUATED') }),
    send: awarded(() => ({ award: '', awardDocumentNo: '' })),
  },
};
