// What a meeting, a measure and a case of a reform must have.
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireMembers } from './reform.ts';

export const RECORD_KINDS = ['MEETING', 'MEASURE', 'CASE'] as const;
export const DOCUMENT_KINDS = ['', 'PLAN', 'OPINION', 'NOTICE', 'RULE'] as const;

interface RecordAsk {
  recordKind: (typeof RECORD_KINDS)[number];
  documentKind: (typeof DOCUMENT_KINDS)[number];
  documentNo: string;
  agencies: readonly string[];
  pilotId: string;
  evidenceSha256: readonly string[];
}

const MEMBERS_MIN = 2;

/** A joint meeting is of several members; a measure is a document of a kind; a case has something to show. */
export function decideRecord(ask: RecordAsk, members: readonly string[]): void {
  const { recordKind, agencies } = ask;
  requireMembers(members, agencies);
  const wrong =
    (ask.documentKind !== '' && recordKind !== 'MEASURE') ||
    (ask.pilotId !== '' && recordKind !== 'CASE');
  if (wrong) throw refused('REFORM_RECORD_KIND', { recordKind });
  switch (recordKind) {
    case 'MEETING':
      if (new Set(agencies).size < MEMBERS_MIN) throw refused('REFORM_MEETING_ALONE');
      break;
    case 'MEASURE':
      if (ask.documentKind === '' || ask.documentNo === '')
        throw refused('REFORM_MEASURE_WITHOUT_DOCUMENT');
      break;
    case 'CASE':
      if (ask.evidenceSha256.length === 0) throw refused('REFORM_CASE_WITHOUT_EVIDENCE');
  }
}
