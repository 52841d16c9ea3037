// What may become of a household's file, step by step; whoever skips one is told by the node which.
import { keyed, listed, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { HardshipFile } from '../shapes.ts';

/** Until it is filed, in this order. */
export const fileWay = [
  'DRAFT',
  'SUBMITTED',
  'HOME_VISIT',
  'DEMOCRATIC_REVIEW',
  'PUBLICITY_UNIT',
  'UPPER_REVIEW',
  'DATA_MATCH',
  'COUNTY_REVIEW',
  'FILED',
] as const;
export const fileStates = [
  ...fileWay,
  'OBJECTION',
  'IN_RELIEF',
  'ANNUAL_VERIFY',
  'EXIT_PROPOSED',
  'EXITED',
  'CLOSED',
  'RETURNED',
  'REJECTED',
  'REOPENED',
] as const;
export const categories = ['DEEP', 'RELATIVE', 'ACCIDENT', 'NONE'] as const;

const asked = [
  'SUBMITTED',
  'HOME_VISIT',
  'DEMOCRATIC_REVIEW',
  'PUBLICITY_UNIT',
  'OBJECTION',
  'UPPER_REVIEW',
  'DATA_MATCH',
  'COUNTY_REVIEW',
] as const;
const standing = ['FILED', 'IN_RELIEF'] as const;

const about = ({ fileId }: HardshipFile, key: string) => ({
  params: { path: { fileId } },
  headers: keyed(key),
});
const taken = ({ version: expectedVersion }: HardshipFile, of: Said, note: string) => ({
  expectedVersion,
  happenedOn: of('stepOn'),
  note,
});

const unit: ActsOf<HardshipFile> = {
  submitFile: {
    leads: true,
    from: ['DRAFT', 'RETURNED', 'REOPENED'],
    fields: ['stepOn', 'fileNote'],
    send: (one, of, key) =>
      answer(
        client.POST('/hardship-files/{fileId}/submission', {
          ...about(one, key),
          body: taken(one, of, of('fileNote')),
        }),
      ),
  },
  visitHome: {
    leads: true,
    from: ['SUBMITTED'],
    fields: ['stepOn', 'visitor', 'secondVisitor', 'fileNote'],
    send(one, of, key) {
      const visitorIds = [of('visitor'), of('secondVisitor')];
      const body = { ...taken(one, of, of('fileNote')), visitorIds };
      return answer(
        client.POST('/hardship-files/{fileId}/home-visit', { ...about(one, key), body }),
      );
    },
  },
  recordPeers: {
    leads: true,
    from: ['HOME_VISIT'],
    fields: ['stepOn', 'present', 'agreed', 'against', 'abstained'],
    send(one, of, key) {
      const { version: expectedVersion } = one;
      const body = {
        expectedVersion,
        happenedOn: of('stepOn'),
        presentCount: Number(of('present')),
        agreedCount: Number(of('agreed')),
        againstCount: Number(of('against')),
        abstainedCount: Number(of('abstained')),
      };
      return answer(
        client.POST('/hardship-files/{fileId}/democratic-review', { ...about(one, key), body }),
      );
    },
  },
  publishFile: {
    leads: true,
    from: ['DEMOCRATIC_REVIEW'],
    fields: ['stepOn', 'channels', 'contactOffice', 'contactPhone'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        happenedOn: of('stepOn'),
        channels: listed(of('channels')),
        contactOffice: of('contactOffice'),
        contactPhone: of('contactPhone'),
      };
      return answer(
        client.POST('/hardship-files/{fileId}/publicity', { ...about(one, key), body }),
      );
    },
  },
};

const reviewed = (verdict: string, note: 'fileNote' | 'fileAnswer'): Act<HardshipFile> => ({
  fields: ['stepOn', note],
  send(one, of, key) {
    const body = { ...taken(one, of, of(note)), answer: verdict };
    return answer(
      client.POST('/hardship-files/{fileId}/upper-review', { ...about(one, key), body }),
    );
  },
});

const above: ActsOf<HardshipFile> = {
  reviewFile: { ...reviewed('PASSED', 'fileNote'), leads: true, from: ['PUBLICITY_UNIT'] },
  matchFile: {
    leads: true,
    whole: true,
    from: ['UPPER_REVIEW', 'DATA_MATCH'],
    fields: [
      'stepOn',
      'matchSources',
      'homes',
      'premises',
      'employees',
      'schoolFee',
      'localSchoolFee',
      'carValue',
      'refusedJobs',
      'vice',
      'falseMaterials',
    ],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        happenedOn: of('stepOn'),
        matchSources: listed(of('matchSources')),
        homes: Number(of('homes')),
        premises: of('premises') === 'YES',
        employees: Number(of('employees')),
        schoolFeeFen: fenOf(of('schoolFee')),
        localSchoolFeeFen: fenOf(of('localSchoolFee')),
        carValueFen: fenOf(of('carValue')),
        refusedJobs: Number(of('refusedJobs')),
        vice: of('vice') === 'YES',
        falseMaterials: of('falseMaterials') === 'YES',
      };
      return answer(
        client.POST('/hardship-files/{fileId}/data-match', { ...about(one, key), body }),
      );
    },
  },
  decideFile: {
    leads: true,
    whole: true,
    from: ['DATA_MATCH'],
    fields: ['stepOn', 'fileLevel', 'fileNote'],
    send(one, of, key) {
      const fileLevel = of('fileLevel');
      const body = { ...taken(one, of, of('fileNote')), answer: 'PASSED', fileLevel };
      return answer(
        client.POST('/hardship-files/{fileId}/county-review', { ...about(one, key), body }),
      );
    },
  },
  confirmFile: {
    leads: true,
    whole: true,
    from: ['COUNTY_REVIEW'],
    fields: ['stepOn', 'documentNo'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        happenedOn: of('stepOn'),
        documentNo: of('documentNo'),
      };
      return answer(
        client.POST('/hardship-files/{fileId}/confirmation', { ...about(one, key), body }),
      );
    },
  },
  returnFile: { ...reviewed('RETURNED', 'fileAnswer'), from: asked },
  rejectFile: { ...reviewed('REJECTED', 'fileAnswer'), from: [...asked, 'REOPENED'] },
};

const yearly: ActsOf<HardshipFile> = {
  openVerification: {
    from: standing,
    fields: ['stepOn', 'fileNote'],
    send: (one, of, key) =>
      answer(
        client.POST('/hardship-files/{fileId}/verification', {
          ...about(one, key),
          body: taken(one, of, of('fileNote')),
        }),
      ),
  },
  verifyFile: {
    leads: true,
    whole: true,
    from: ['ANNUAL_VERIFY'],
    fields: ['stepOn', 'fileNote'],
    send: (one, of, key) =>
      answer(
        client.POST('/hardship-files/{fileId}/verification/answer', {
          ...about(one, key),
          body: taken(one, of, of('fileNote')),
        }),
      ),
  },
};

const exitDecided = (verdict: string, note: 'fileNote' | 'fileReason'): Act<HardshipFile> => ({
  whole: true,
  from: ['EXIT_PROPOSED'],
  fields: ['stepOn', note],
  send(one, of, key) {
    const body = { ...taken(one, of, of(note)), answer: verdict };
    return answer(
      client.POST('/hardship-files/{fileId}/exit/answer', { ...about(one, key), body }),
    );
  },
});

const leaving: ActsOf<HardshipFile> = {
  proposeExit: {
    from: [...standing, 'ANNUAL_VERIFY'],
    fields: ['stepOn', 'exitKind', 'fileNote'],
    send(one, of, key) {
      const body = { ...taken(one, of, of('fileNote')), exitKind: of('exitKind') };
      return answer(client.POST('/hardship-files/{fileId}/exit', { ...about(one, key), body }));
    },
  },
  passExit: { ...exitDecided('PASSED', 'fileNote'), leads: true },
  declineExit: exitDecided('DECLINED', 'fileReason'),
  followUpExit: {
    leads: true,
    from: ['EXITED'],
    fields: ['stepOn', 'followContact', 'followOutcome', 'fileNote'],
    send(one, of, key) {
      const said = { contact: of('followContact'), outcome: of('followOutcome') };
      const body = { ...taken(one, of, of('fileNote')), ...said };
      return answer(
        client.POST('/hardship-files/{fileId}/follow-ups', { ...about(one, key), body }),
      );
    },
  },
  closeFile: {
    whole: true,
    from: [...standing, 'ANNUAL_VERIFY', 'EXIT_PROPOSED', 'EXITED', 'REOPENED'],
    fields: ['stepOn', 'closeReason', 'fileReason'],
    send(one, of, key) {
      const body = { ...taken(one, of, of('fileReason')), closeReason: of('closeReason') };
      return answer(client.POST('/hardship-files/{fileId}/closing', { ...about(one, key), body }));
    },
  },
  withdrawFile: {
    from: ['DRAFT', 'RETURNED', ...asked],
    fields: ['stepOn', 'fileNote'],
    send: (one, of, key) =>
      answer(
        client.POST('/hardship-files/{fileId}/withdrawal', {
          ...about(one, key),
          body: taken(one, of, of('fileNote')),
        }),
      ),
  },
};

export const fileActs: ActsOf<HardshipFile> = { ...unit, ...above, ...yearly, ...leaving };
