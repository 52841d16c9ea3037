// Help with a degree: its union checks, another person of the federation reviews, the chair approves; each may say no.
import { keyed, listed, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { StudySubsidy } from '../shapes.ts';

export const studyWay = ['APPLIED', 'CHECKED', 'REVIEWED', 'APPROVED'] as const;
export const studyStates = [...studyWay, 'REFUSED'] as const;

const ownFields = ['degree', 'studyStage', 'school', 'major', 'tuition', 'evidence'] as const;

const saidOf = (of: Said) => ({
  degree: of('degree'),
  studyStage: of('studyStage'),
  school: of('school'),
  major: of('major'),
  tuitionFen: fenOf(of('tuition')),
  evidenceSha256: listed(of('evidence')),
});

/** A member says nothing of himself: whose it is, and of which union, his duty says. */
export const applyOwnStudy: ActsOf<null> = {
  applyOwnStudy: {
    leads: true,
    duties: ['member'],
    fields: ownFields,
    send(_, of, key) {
      const body = { unionId: '', personName: '', idNumber: '', ...saidOf(of) };
      return answer(client.POST('/study-subsidies', { headers: keyed(key), body }));
    },
  },
};

export const applyStudy: ActsOf<null> = {
  applyStudy: {
    leads: true,
    fields: ['union', 'personName', 'idNumber', ...ownFields],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        personName: of('personName'),
        idNumber: of('idNumber'),
        ...saidOf(of),
      };
      return answer(client.POST('/study-subsidies', { headers: keyed(key), body }));
    },
  },
};

const signed = ({ studyId, version }: StudySubsidy, of: Said, key: string, passed: boolean) => ({
  params: { path: { studyId } },
  headers: keyed(key),
  body: { expectedVersion: version, passed, note: of('reason') },
});
type Signed = ReturnType<typeof signed>;

const check = (said: Signed) => answer(client.POST('/study-subsidies/{studyId}/check', said));
const review = (said: Signed) => answer(client.POST('/study-subsidies/{studyId}/review', said));
const approve = (said: Signed) => answer(client.POST('/study-subsidies/{studyId}/approval', said));

type Signs = (said: Signed) => Promise<unknown>;
type Who = Pick<Act<StudySubsidy>, 'from' | 'whole' | 'duties'>;

const yes = (signs: Signs, who: Who): Act<StudySubsidy> => ({
  ...who,
  leads: true,
  fields: [],
  send: (one, of, key) => signs(signed(one, of, key, true)),
});
const no = (signs: Signs, who: Who): Act<StudySubsidy> => ({
  ...who,
  fields: ['reason'],
  send: (one, of, key) => signs(signed(one, of, key, false)),
});

const applied: Who = { from: ['APPLIED'] };
const checked: Who = { from: ['CHECKED'], whole: true };
const reviewed: Who = { from: ['REVIEWED'], whole: true, duties: ['chair'] };

export const studyActs: ActsOf<StudySubsidy> = {
  checkStudy: yes(check, applied),
  refuseStudyCheck: no(check, applied),
  reviewStudy: yes(review, checked),
  refuseStudyReview: no(review, checked),
  approveStudy: yes(approve, reviewed),
  refuseStudyApproval: no(approve, reviewed),
};

/** What one level gives of it. */
export interface Shared {
  study: StudySubsidy;
  share: StudySubsidy['shares'][number];
}

export const shareActs: ActsOf<Shared> = {
  payShare: payout('STUDY_SUBSIDY', '', ({ study: { studyId, own }, share }) => {
    const { level, payoutState } = share;
    return { recordId: studyId, recordPart: level, named: own, payoutState };
  }),
};
