// The table of contents: every rpc and every reaction, bound by name.
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import { keepUnions } from '@gonglian/service/keep-unions.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { onCompetitionsLetters } from './across/on-competitions-letters.ts';
import { careMethods } from './care-methods.ts';
import { competitionMethods } from './competition-methods.ts';
import { honourMethods } from './honour-methods.ts';
import { innovationMethods } from './innovation-methods.ts';
import { pastMethods } from './past-methods.ts';
import { programmeMethods } from './programme-methods.ts';
import { unions } from './migrations/0001-unions.ts';
import { competitions } from './migrations/0002-competitions.ts';
import { honours } from './migrations/0003-honours.ts';
import { innovation } from './migrations/0004-innovation.ts';
import { modelWorkers } from './migrations/0005-model-workers.ts';
import { acrossNodes } from './migrations/0006-across-nodes.ts';
import { counted } from './migrations/0008-counted.ts';
import { works } from './migrations/0009-works.ts';
import { prizesBelow } from './migrations/0010-prizes-below.ts';
import { onPayments } from './payout/on-payments.ts';
import { programmes } from './migrations/0007-programmes.ts';
import type { Own } from './pipeline.ts';
import { keepIndustries } from './union/keep-industries.ts';

export const parts: ServiceParts<Own, typeof CompetitionsServiceService> = {
  name: 'competitions',
  definition: CompetitionsServiceService,
  methods: {
    ...competitionMethods,
    ...honourMethods,
    ...innovationMethods,
    ...programmeMethods,
    ...careMethods,
    ...pastMethods,
  },
  reactions: [keepScope, keepUnions, keepIndustries, onPayments, onCompetitionsLetters],
  entities: [],
  migrations: [
    unions,
    competitions,
    honours,
    innovation,
    modelWorkers,
    acrossNodes,
    programmes,
    counted,
    works,
    prizesBelow,
  ],
};
