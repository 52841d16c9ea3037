// The table of contents: every rpc and every reaction, bound by name.
import { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { onCompetitionsFacts } from './cell/on-competitions-facts.ts';
import { onFinanceFacts } from './cell/on-finance-facts.ts';
import { onHonourFacts } from './cell/on-honour-facts.ts';
import { onInnovationFacts } from './cell/on-innovation-facts.ts';
import { onLearningFacts } from './cell/on-learning-facts.ts';
import { onMemberFacts } from './cell/on-member-facts.ts';
import { onCareFacts } from './cell/on-care-facts.ts';
import { onProgrammeFacts } from './cell/on-programme-facts.ts';
import { onReliefFacts } from './cell/on-relief-facts.ts';
import { onCaseFacts, onHotlineFacts } from './cell/on-rights-facts.ts';
import { onRecuperationFacts, onWorkFacts } from './cell/on-service-facts.ts';
import { onUnionFacts } from './cell/on-union-facts.ts';
import { onVenueFacts } from './cell/on-venue-facts.ts';
import { onVisitFacts } from './cell/on-visit-facts.ts';
import { declareFigures } from './declared/declare-figures.ts';
import { onAddressed } from './letter/on-addressed.ts';
import { onCompetitionsAddressed } from './letter/on-competitions-addressed.ts';
import { onWelfareAddressed } from './letter/on-welfare-addressed.ts';
import { listIndicators } from './indicator/list-indicators.ts';
import { getLinks } from './link/get-links.ts';
import { tree } from './migrations/0001-tree.ts';
import { cells } from './migrations/0002-cells.ts';
import { links } from './migrations/0003-links.ts';
import { rowSecurity } from './migrations/0004-row-security.ts';
import { letters } from './migrations/0005-letters.ts';
import { closePeriod } from './period/close-period.ts';
import { getPeriod } from './period/get-period.ts';
import { restatePeriod } from './period/restate-period.ts';
import type { Own } from './pipeline.ts';
import { askNeighbour } from './question/ask-neighbour.ts';
import { getRollup } from './rollup/get-rollup.ts';
import { getSeries } from './rollup/get-series.ts';
import { listContributors } from './rollup/list-contributors.ts';
import { verify } from './verify/verify.ts';

export const parts: ServiceParts<Own, typeof SyncServiceService> = {
  name: 'sync',
  definition: SyncServiceService,
  methods: {
    listIndicators,
    getRollup,
    getSeries,
    listContributors,
    declareFigures,
    closePeriod,
    restatePeriod,
    getPeriod,
    getLinks,
    askNeighbour,
    verify,
  },
  reactions: [
    keepScope,
    onUnionFacts,
    onMemberFacts,
    onFinanceFacts,
    onCompetitionsFacts,
    onHonourFacts,
    onInnovationFacts,
    onLearningFacts,
    onProgrammeFacts,
    onCareFacts,
    onVisitFacts,
    onReliefFacts,
    onHotlineFacts,
    onCaseFacts,
    onRecuperationFacts,
    onWorkFacts,
    onVenueFacts,
    onAddressed,
    onCompetitionsAddressed,
    onWelfareAddressed,
  ],
  entities: [],
  migrations: [tree, cells, links, rowSecurity, letters],
};
