// What may be done with a competition as a whole: in which state, by whom, and what has to be said for it. Which persons
// may, the node decides; who may not is told why.
import { answer, client } from '../client.ts';
import type { Competition } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';
import { nextOf } from './competition-steps.ts';

export interface CompetitionAction {
  fields: readonly ('reason' | 'appealHours')[];
  send(competition: Competition, values: FormValues, key: string): Promise<unknown>;
}

const about = ({ competitionId }: Competition, key: string) => ({
  params: { path: { competitionId } },
  headers: { 'Idempotency-Key': key },
});
const looked = ({ version }: Competition) => ({ expectedVersion: version });

function decide(approve: boolean): CompetitionAction['send'] {
  return (competition, { reason = '' }, key) => {
    const body = { ...looked(competition), approve, reason };
    const path = '/competitions/{competitionId}/decision';
    return answer(client.POST(path, { ...about(competition, key), body }));
  };
}

export const competitionActions = {
  file: {
    fields: [],
    send(competition, _, key) {
      const path = '/competitions/{competitionId}/file';
      const body = looked(competition);
      return answer(client.POST(path, { ...about(competition, key), body }));
    },
  },
  approve: { fields: [], send: decide(true) },
  giveBack: { fields: ['reason'], send: decide(false) },
  draw: {
    fields: [],
    send(competition, _, key) {
      const path = '/competitions/{competitionId}/bench-numbers';
      const body = looked(competition);
      return answer(client.POST(path, { ...about(competition, key), body }));
    },
  },
  next: {
    fields: ['appealHours'],
    send(competition, { appealHours = '0' }, key) {
      const toState = nextOf(competition, new Date());
      const body = { ...looked(competition), toState, appealHours: Number(appealHours) };
      const path = '/competitions/{competitionId}/step';
      return answer(client.POST(path, { ...about(competition, key), body }));
    },
  },
} satisfies Record<string, CompetitionAction>;

export type CompetitionActionName = keyof typeof competitionActions;

interface Reader {
  duty: string;
  accountId: string;
}

type Standing = Pick<
  Competition,
  'state' | 'origin' | 'appealUntil' | 'figure' | 'filedBy' | 'kind'
>;

const desk = ['clerk', 'chair'];

/** Whoever holds it, or a union above that one, works on it. */
export function steers({ figure }: Pick<Competition, 'figure'>, { duty }: Pick<Reader, 'duty'>) {
  return desk.includes(duty) && figure !== 'ELSEWHERE';
}

/** Who has filed it is not offered to decide on it; numbers are drawn when nobody enters any more. */
export function offers(
  competition: Standing,
  reader: Reader,
  { drawn, now }: { drawn: boolean; now: Date },
): CompetitionActionName[] {
  if (!steers(competition, reader)) return [];
  const { state, filedBy, kind } = competition;
  if (state === 'DRAFT') return ['file'];
  if (state === 'FILED') return filedBy === reader.accountId ? [] : ['approve', 'giveBack'];
  const scoring = state === 'QUALIFYING' || state === 'FINAL';
  const undrawn = scoring && kind !== 'LABOUR' && !drawn;
  const next = nextOf(competition, now) !== '';
  return [...(undrawn ? (['draw'] as const) : []), ...(next ? (['next'] as const) : [])];
}
