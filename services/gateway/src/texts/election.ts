// Meetings, candidates, votes and terms.

import type { Texts } from './text.ts';

export const ELECTION: Texts = {
  APPROVED_BEFORE_MEETING: [
    422,
    '批准日期早于成立大会日期，请核对批复',
    'The approval is dated before the founding meeting; check the reply',
  ],
  APPROVED_BEFORE_REPORT: [
    422,
    '批准日期早于选举结果上报日期，请核对批复',
    'The approval is dated before the result was reported; check the reply',
  ],
  AUDITOR_IS_CHAIR: [
    422,
    '主席不得同时担任经费审查委员，请另行推选',
    'The chair may not also audit; elect somebody else',
  ],
  CANDIDATES_TOO_FEW: [
    422,
    '候选人少于规定名额，请补充候选人',
    'There are fewer candidates than seats allow; propose more',
  ],
  CANDIDATE_IS_RELATIVE: [
    422,
    '企业主要负责人的近亲属不得作为候选人',
    "A close relative of the employer's principal may not stand",
  ],
  CANDIDATE_RETAINED: [422, '保留会籍者不得作为候选人', 'A retained member may not stand'],
  CANDIDATE_TWICE: [
    422,
    '同一职务的候选人重复，请删去重复者',
    'A candidate is named twice for one post; take one out',
  ],
  CHAIR_MISSING: [
    422,
    '没有主席候选人，请至少提名一人',
    'There is no candidate for chair; propose one',
  ],
  CHAIR_NOT_ELECTED: [
    422,
    '主席候选人得票未过应到会人数的半数，须另行选举',
    'No candidate for chair has more than half of those entitled; vote again',
  ],
  CHAIR_NOT_SINGLE: [
    422,
    '须恰好选出一名主席，请核对选举结果',
    'Exactly one chair must be elected; check the result',
  ],
  COMMITTEE_BAND_MISSING: [
    422,
    '没有与会员人数相应的委员名额规定',
    'No rule gives committee seats for so many members',
  ],
  COMMITTEE_SIZE: [
    422,
    '委员人数不符合规定，请按会员人数调整',
    'The number of committee seats is not allowed for so many members',
  ],
  ELECTION_OPEN: [
    422,
    '该工会已有正在进行的换届，请先办结',
    'An election of this union is open already; finish it first',
  ],
  ELECTION_STATE_WRONG: [
    422,
    '换届当前所处的步骤不允许此操作',
    'The election is not at the step for this',
  ],
  ENTITLED_ABOVE_MEMBERS: [
    422,
    '应到会人数多于会员人数，请核对',
    'More are entitled to vote than there are members; check the figures',
  ],
  HELD_BEFORE_PUBLICATION: [
    422,
    '会议日期早于候选人公示，请核对',
    'The meeting is dated before the candidates were published; check the date',
  ],
  HELD_BEFORE_REPLY: [
    422,
    '会议日期早于批复日期，请核对',
    'The meeting is dated before the reply; check the date',
  ],
  KIND_HAS_NO_TERM: [422, '该类工会不换届', 'This kind of union has no term and no election'],
  NOT_A_CANDIDATE: [
    422,
    '得票者不在已公示的候选人之列',
    'Votes are given to somebody who is no candidate',
  ],
  NOT_LATER: [422, '延期后的日期须晚于原定日期', 'The new date must be later than the planned one'],
  PLANNED_BEFORE_REQUEST: [422, '计划日期早于申请日期', 'The planned date is before the request'],
  POSTPONED_TOO_LONG: [422, '延期超过规定的最长期限', 'The election may not be postponed so far'],
  PRESENT_ABOVE_ENTITLED: [
    422,
    '到会人数多于应到会人数，请核对',
    'More were present than are entitled; check the figures',
  ],
  PUBLISHED_BEFORE_REVIEW: [
    422,
    '公示日期早于候选人审查日期',
    'The candidates were published before their review',
  ],
  QUORUM_NOT_REACHED: [
    422,
    '到会人数未达到应到会人数的三分之二，会议无效',
    'Fewer than two thirds of those entitled were present; the meeting does not count',
  ],
  REPLIED_BEFORE_REQUEST: [
    422,
    '批复日期早于换届申请日期',
    'The reply is dated before the request for the election',
  ],
  REPORTED_BEFORE_MEETING: [
    422,
    '上报日期早于会议日期',
    'The result is reported before the meeting',
  ],
  RETAINED_ON_VOTERS_LIST: [
    422,
    '选民名单中有保留会籍者，选举无效，请更正名单',
    "Retained members are on the voters' list, which makes it invalid; correct it",
  ],
  REVIEWED_BEFORE_REPLY: [422, '审查日期早于批复日期', 'The review is dated before the reply'],
  TERM_INCOMPLETE: [
    422,
    '届期须同时填写起始日期和年限',
    'A term needs both its start and its years',
  ],
  TERM_YEARS_NOT_ALLOWED: [422, '届期年限不符合规定', 'That length of term is not allowed'],
  TIED: [422, '得票相同，须另行投票', 'There is a tie for the last seat; vote again'],
  TOO_FEW_ELECTED: [422, '当选人数不足，须补选', 'Too few were elected; vote for the rest'],
  VOTER_NOT_MEMBER: [422, '非会员没有选举权', 'Only members vote'],
  VOTER_RETAINED: [422, '保留会籍者没有选举权', 'A retained member has no vote'],
  VOTES_ABOVE_PRESENT: [
    422,
    '得票数多于到会人数，请核对',
    'There are more votes than people present; check the figures',
  ],
  VOTES_TOO_FEW: [
    422,
    '得票未过应到会人数的半数，不能当选',
    'Fewer than half of those entitled voted for this person, who is not elected',
  ],
};
