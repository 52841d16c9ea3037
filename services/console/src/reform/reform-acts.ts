import { keyed, listed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { DutyLine, Programme } from '../shapes.ts';

type Kept = Record<'title' | 'documentNo' | 'recordedOn' | 'documentKind' | 'pilotId', string> & {
  agencies: string[];
  evidenceSha256: string[];
};

const nothing: Kept = {
  title: '',
  documentNo: '',
  recordedOn: '',
  documentKind: '',
  pilotId: '',
  agencies: [],
  evidenceSha256: [],
};

function record(
  { programmeId }: Programme,
  key: string,
  kept: Partial<Kept> & { unionId: string; recordKind: string },
): Promise<unknown> {
  const params = { path: { programmeId } };
  const body = { ...nothing, ...kept };
  const headers = keyed(key);
  return answer(client.POST('/programmes/{programmeId}/records', { params, headers, body }));
}

const running: Pick<Act<Programme>, 'from'> = { from: ['RUNNING'] };

export const dutyActs: ActsOf<Programme> = {
  addDutyLine: {
    ...running,
    leads: true,
    fields: ['agency', 'dutyText', 'dueOn'],
    first: ({ endsOn }) => ({ dueOn: endsOn }),
    send({ programmeId }, of, key) {
      const params = { path: { programmeId } };
      const body = { agency: of('agency'), dutyText: of('dutyText'), dueOn: of('dueOn') };
      const headers = keyed(key);
      return answer(client.POST('/programmes/{programmeId}/duty-lines', { params, headers, body }));
    },
  },
};

export const dutyLineActs: ActsOf<DutyLine> = {
  finishDutyLine: {
    from: ['OPEN'],
    fields: ['result', 'evidence', 'closedOn'],
    send({ dutyLineId, version }, of, key) {
      const params = { path: { dutyLineId } };
      const body = {
        expectedVersion: version,
        finishedOn: of('closedOn'),
        resultText: of('result'),
        evidenceSha256: listed(of('evidence')),
      };
      const headers = keyed(key);
      return answer(client.POST('/duty-lines/{dutyLineId}/end', { params, headers, body }));
    },
  },
};

export const recordActs: ActsOf<Programme> = {
  recordMeeting: {
    ...running,
    fields: ['union', 'title', 'agencies', 'heldOn', 'minutes'],
    send: (reform, of, key) =>
      record(reform, key, {
        unionId: of('union'),
        recordKind: 'MEETING',
        title: of('title'),
        agencies: listed(of('agencies')),
        recordedOn: of('heldOn'),
        evidenceSha256: listed(of('minutes')),
      }),
  },
  recordMeasure: {
    ...running,
    fields: ['union', 'title', 'documentKind', 'documentNo', 'issuedOn'],
    send: (reform, of, key) =>
      record(reform, key, {
        unionId: of('union'),
        recordKind: 'MEASURE',
        title: of('title'),
        documentKind: of('documentKind'),
        documentNo: of('documentNo'),
        recordedOn: of('issuedOn'),
      }),
  },
  recordCase: {
    ...running,
    fields: ['union', 'title', 'casePilot', 'compiledOn', 'evidence'],
    send: (reform, of, key) =>
      record(reform, key, {
        unionId: of('union'),
        recordKind: 'CASE',
        title: of('title'),
        pilotId: of('casePilot'),
        recordedOn: of('compiledOn'),
        evidenceSha256: listed(of('evidence')),
      }),
  },
};

export const evaluationActs: ActsOf<Programme> = {
  evaluateReform: {
    ...running,
    fields: ['union', 'year', 'evaluator', 'scoreItems', 'evaluatedOn', 'evidence'],
    send({ programmeId }, of, key) {
      const params = { path: { programmeId } };
      const body = {
        unionId: of('union'),
        year: Number(of('year')),
        evaluator: of('evaluator'),
        scoreItems: itemsIn(of('scoreItems')),
        evaluatedOn: of('evaluatedOn'),
        evidenceSha256: listed(of('evidence')),
      };
      const headers = keyed(key);
      return answer(
        client.POST('/programmes/{programmeId}/evaluations', { params, headers, body }),
      );
    },
  },
};

/** One a line: what it is, how much it may have, how much it has; in hundredths of a point. */
export function itemsIn(text: string): { title: string; maxScore: number; score: number }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const read = /^(.+?)[,，\t ]+(\d+(?:\.\d{1,2})?)[,，\t ]+(\d+(?:\.\d{1,2})?)$/.exec(line);
      // A line that is none has no most, which the node refuses.
      const [, title = line, most = '0', has = '0'] = read ?? [];
      // Hundredths of a point are read as fen are.
      return { title, maxScore: Number(fenOf(most)), score: Number(fenOf(has)) };
    });
}
