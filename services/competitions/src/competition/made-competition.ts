// A made-up contest of welders, for tests.
import type { CompetitionTrade } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';

export const WELDING: CompetitionTrade = {
  tradeId: '',
  title: '焊工',
  standardGrade: 0,
  places: 100,
  taken: 0,
  ageMax: 0,
  finalists: 0,
  modules: [
    { moduleNo: 1, title: '理论', moduleKind: 'THEORY', weightBp: 3_000 },
    { moduleNo: 2, title: '实操', moduleKind: 'PRACTICAL', weightBp: 7_000 },
  ],
};

/** Of a county's class 2, in June 2020. */
export const contest = (over: object = {}) => ({
  name: '合成县职工焊接技能竞赛',
  kind: 'SKILL',
  level: 'COUNTY',
  competitionClass: 2,
  origin: 'HELD',
  organiserName: '',
  season: 2020,
  basisDocument: '合工发〔2020〕8号 关于举办职工技能竞赛的通知',
  heldFrom: '2020-06-01',
  heldTo: '2020-06-02',
  parentCompetitionId: '',
  projectName: '',
  prizeFen: 2_000_000n,
  organisingFen: 1_500_000n,
  stages: [],
  trades: [WELDING],
  ...over,
});
