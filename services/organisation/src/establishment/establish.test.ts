import { describe, expect, test } from 'vitest';
import { decideApplication } from './apply-to-establish.ts';
import { decideApproval } from './approve-founding.ts';
import { ESTABLISHMENT_STATES, type Establishment } from './establishment.ts';
import { decideReply } from './reply-to-establishment.ts';
import { decideFounding } from './report-founding.ts';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const today = '2026-03-01';
const county = {
  level: 'COUNTY',
  kind: 'FEDERATION',
  status: 'ACTIVE',
  regionCode: '321084',
  establishedOn: '1925-05-01',
} as const;

describe('apply', () => {
  const ask = {
    name: '某公司工会',
    level: 'GRASSROOTS' as const,
    kind: 'SINGLE_GRASSROOTS' as const,
    parentId: 'p-1',
    industrialParentId: '',
    regionCode: '321084001',
    hostName: '某公司',
    hostUscc: '91321084ma00000583',
    unitType: '170',
    industry: 'C1310',
    hostEmployeeCount: 40,
    appliedOn: '2026-01-05',
    applicationDocNo: '请〔2026〕1号',
    covered: [],
  };
  const joint = { ...ask, kind: 'JOINT_GRASSROOTS' as const, hostUscc: '', hostName: '' };
  const shop = { uscc: '91321084MA00000583', name: '甲店', employeeCount: 12 };
  const inn = { uscc: '91350100M000100Y43', name: '乙店', employeeCount: 8 };
  const near = {
    today,
    parent: county,
    industrialParent: undefined,
    hostTaken: false,
    admitting: [],
  };
  test.each([
    ['REGION_UNKNOWN', { ...ask, regionCode: '321099' }, near],
    ['PARENT_UNKNOWN', ask, { ...near, parent: undefined }],
    ['INDUSTRIAL_PARENT_UNKNOWN', { ...ask, industrialParentId: 'i-1' }, near],
    ['UNIT_TYPE_UNKNOWN', { ...ask, unitType: '999' }, near],
    ['USCC_CHECK', { ...ask, hostUscc: '91321084MA00000584' }, near],
    ['USCC_IS_UNION', { ...ask, hostUscc: '81321084MC0000012H' }, near],
    ['FIELD_INVALID', { ...ask, hostName: '' }, near],
    ['FIELD_INVALID', { ...ask, hostUscc: '' }, near],
    ['HOST_HAS_UNION', ask, { ...near, hostTaken: true }],
    ['COVERAGE_NOT_ALLOWED', { ...ask, covered: [shop] }, near],
    ['COVERED_UNITS_TOO_FEW', { ...joint, covered: [shop] }, near],
    [
      'EMPLOYER_COVERED_ELSEWHERE',
      { ...joint, covered: [shop, inn] },
      { ...near, admitting: [{ uscc: shop.uscc, unionId: 'u-2' }] },
    ],
    ['IN_FUTURE', { ...ask, appliedOn: '2026-03-02' }, near],
  ])('refuses %s', (code, asked, around) => {
    expect(() => decideApplication(asked, around)).toThrow(refusal(code));
  });
  test('keeps codes in normal form', () => {
    expect(decideApplication(ask, near).hostUscc).toBe('91321084MA00000583');
  });
});

describe('reply', () => {
  const ask = {
    establishmentId: 'e-1',
    approve: true,
    replyDocNo: '批〔2026〕7号',
    repliedOn: '2026-01-10',
    returnReason: '',
    expectedVersion: 1,
  };
  const applied = { state: 'APPLIED' as const, appliedOn: '2026-01-05' };
  test.each(ESTABLISHMENT_STATES.filter((state) => state !== 'APPLIED'))(
    'refuses in %s',
    (state) => {
      const wrong = expect.objectContaining({
        code: 'ESTABLISHMENT_STATE_WRONG',
        details: { state, wanted: 'APPLIED' },
      }) as Error;
      expect(() => decideReply({ ...applied, state }, today, ask)).toThrow(wrong);
    },
  );
  test.each([
    ['IN_FUTURE', { ...ask, repliedOn: '2026-03-02' }],
    ['REPLIED_BEFORE_APPLICATION', { ...ask, repliedOn: '2026-01-04' }],
    ['FIELD_INVALID', { ...ask, replyDocNo: '' }],
    ['FIELD_INVALID', { ...ask, approve: false }],
  ])('refuses %s', (code, asked) => {
    expect(() => decideReply(applied, today, asked)).toThrow(refusal(code));
  });
  test('approves by a number or returns with a reason', () => {
    expect(decideReply(applied, today, ask)).toEqual({
      state: 'APPROVED',
      repliedOn: '2026-01-10',
      replyDocNo: '批〔2026〕7号',
      returnReason: null,
    });
    const back = { ...ask, approve: false, replyDocNo: '', returnReason: '材料不全' };
    expect(decideReply(applied, today, back)).toMatchObject({
      state: 'RETURNED',
      returnReason: '材料不全',
    });
  });
});

const seat = (role: 'chair' | 'committee' | 'audit', holderName: string, votes = 46) => ({
  role,
  holderName,
  votes,
  appointment: 'part_time' as const,
});
const seats = [
  seat('chair', '某1'),
  seat('committee', '某2'),
  seat('committee', '某3'),
  seat('audit', '某4'),
];
const eight = [
  seat('chair', '某1'),
  ...[2, 3, 4, 5, 6, 7, 8].map((n) => seat('committee', `某${n}`)),
];

describe('founding', () => {
  const ask = {
    establishmentId: 'e-1',
    heldOn: '2026-02-01',
    termYears: 5,
    memberCount: 90,
    ballot: { entitled: 90, present: 60, seats },
    expectedVersion: 2,
  };
  const approved = {
    state: 'APPROVED' as const,
    level: 'GRASSROOTS' as const,
    kind: 'SINGLE_GRASSROOTS' as const,
    repliedOn: '2026-01-10',
  };
  const federation = { ...approved, level: 'COUNTY' as const, kind: 'FEDERATION' as const };
  const ballot = (changes: object) => ({ ...ask, ballot: { ...ask.ballot, ...changes } });
  test.each(ESTABLISHMENT_STATES.filter((state) => state !== 'APPROVED'))(
    'refuses in %s',
    (state) => {
      expect(() => decideFounding({ ...approved, state }, today, ask)).toThrow(
        refusal('ESTABLISHMENT_STATE_WRONG'),
      );
    },
  );
  test.each([
    ['IN_FUTURE', approved, { ...ask, heldOn: '2026-03-02' }],
    ['HELD_BEFORE_REPLY', approved, { ...ask, heldOn: '2026-01-09' }],
    ['TERM_YEARS_NOT_ALLOWED', approved, { ...ask, termYears: 4 }],
    ['TERM_YEARS_NOT_ALLOWED', federation, { ...ask, termYears: 3 }],
    ['ENTITLED_ABOVE_MEMBERS', approved, { ...ask, memberCount: 89 }],
    ['PRESENT_ABOVE_ENTITLED', approved, ballot({ present: 91 })],
    ['VOTES_ABOVE_PRESENT', approved, ballot({ seats: [seat('chair', '某1', 61)] })],
    ['QUORUM_NOT_REACHED', approved, ballot({ present: 59 })],
    ['VOTES_TOO_FEW', approved, ballot({ seats: [seat('chair', '某1', 45)] })],
    ['CHAIR_NOT_SINGLE', approved, ballot({ seats: seats.slice(1) })],
    ['CHAIR_NOT_SINGLE', approved, ballot({ seats: [...seats, seat('chair', '某5')] })],
    ['COMMITTEE_SIZE', approved, { ...ballot({ seats: eight }), memberCount: 200 }],
    ['AUDITOR_IS_CHAIR', approved, ballot({ seats: [...seats, seat('audit', '某1')] })],
  ])('refuses %s', (code, is, asked) => {
    expect(() => decideFounding(is, today, asked)).toThrow(refusal(code));
  });
  test.each([
    [24, 1],
    [24, 3],
    [24, 5],
    [25, 3],
    [200, 7],
    [201, 8],
  ])('%i members may elect a committee of %i', (memberCount, size) => {
    const few = {
      entitled: 24,
      present: 16,
      seats: eight.slice(0, size).map((s) => ({ ...s, votes: 13 })),
    };
    expect(decideFounding(approved, today, { ...ask, memberCount, ballot: few }).state).toBe(
      'FOUNDED',
    );
  });
  test('46 of 90 entitled elect, 60 of 90 are a quorum', () => {
    expect(decideFounding(approved, today, ask)).toMatchObject({
      state: 'FOUNDED',
      entitled: 90,
      present: 60,
    });
  });
});

describe('approval', () => {
  const ask = {
    establishmentId: 'e-1',
    replyDocNo: '批〔2026〕9号',
    approvedOn: '2026-02-10',
    expectedVersion: 3,
  };
  const founded = {
    id: 'e-1',
    state: 'FOUNDED',
    name: '某公司工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId: 'p-1',
    regionCode: '321084001',
    hostUscc: '91321084MA00000583',
    hostEmployeeCount: 40,
    heldOn: '2026-02-01',
    termYears: 3,
  } as Establishment;
  const at = { unionId: 'u-1', today, parent: county, admitting: [] };
  test.each(ESTABLISHMENT_STATES.filter((state) => state !== 'FOUNDED'))(
    'refuses in %s',
    (state) => {
      const is = { ...founded, state } as Establishment;
      expect(() => decideApproval(is, at, ask)).toThrow(refusal('ESTABLISHMENT_STATE_WRONG'));
    },
  );
  test.each([
    ['IN_FUTURE', at, { ...ask, approvedOn: '2026-03-02' }],
    ['APPROVED_BEFORE_MEETING', at, { ...ask, approvedOn: '2026-01-31' }],
    ['PARENT_NOT_ACTIVE', { ...at, parent: { ...county, status: 'CLOSING' as const } }, ask],
    ['PARENT_NOT_YET_FOUNDED', { ...at, parent: { ...county, establishedOn: '2026-02-11' } }, ask],
    [
      'EMPLOYER_COVERED_ELSEWHERE',
      { ...at, admitting: [{ uscc: '91321084MA00000583', unionId: 'u-2' }] },
      ask,
    ],
  ])('refuses %s', (code, around, asked) => {
    expect(() => decideApproval(founded, around, asked)).toThrow(refusal(code));
  });
  test('the union exists from the approval, its term from the meeting', () => {
    expect(decideApproval(founded, at, ask)).toMatchObject({
      id: 'u-1',
      establishedOn: '2026-02-10',
      approvalDocNo: '批〔2026〕9号',
      termNo: 1,
      termStart: '2026-02-01',
      termEnd: '2029-02-01',
    });
  });
});
