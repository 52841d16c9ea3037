import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { SafetyCupEntry } from '../shapes.ts';

export const enterCup: ActsOf<null> = {
  enterCup: {
    leads: true,
    fields: ['union', 'year', 'workers', 'enteredOn'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        year: Number(of('year')),
        workerCount: Number(of('workers')),
        enteredOn: of('enteredOn'),
      };
      return answer(client.POST('/safety-cup-entries', { headers: keyed(key), body }));
    },
  },
};

const about = ({ safetyCupEntryId }: SafetyCupEntry, key: string) => ({
  params: { path: { safetyCupEntryId } },
  headers: keyed(key),
});

export const cupActs: ActsOf<SafetyCupEntry> = {
  recordActivity: {
    leads: true,
    from: ['ENTERED'],
    fields: ['activityKind', 'heldOn', 'participants', 'note'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        activityKind: of('activityKind'),
        heldOn: of('heldOn'),
        participants: Number(of('participants')),
        note: of('note'),
      };
      return answer(
        client.POST('/safety-cup-entries/{safetyCupEntryId}/activities', {
          ...about(one, key),
          body,
        }),
      );
    },
  },
  evaluateCup: {
    whole: true,
    from: ['ENTERED'],
    when: ({ tallies }) => tallies.length > 0,
    fields: ['score', 'cupResult', 'evaluatedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        // Hundredths of a point are read as fen are.
        score: Number(fenOf(of('score'))),
        cupResult: of('cupResult'),
        evaluatedOn: of('evaluatedOn'),
      };
      return answer(
        client.POST('/safety-cup-entries/{safetyCupEntryId}/evaluation', {
          ...about(one, key),
          body,
        }),
      );
    },
  },
};
