// The table of contents: every rpc and every reaction, bound by name.
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { listChart } from './ledger/list-chart.ts';
import { unions } from './migrations/0001-unions.ts';
import { ledger } from './migrations/0002-ledger.ts';
import type { Own } from './pipeline.ts';
import { onUnionFacts } from './union/on-union-facts.ts';

export const parts: ServiceParts<Own, typeof FinanceServiceService> = {
  name: 'finance',
  definition: FinanceServiceService,
  methods: {
    listChart,
  },
  reactions: [keepScope, onUnionFacts],
  entities: [],
  migrations: [unions, ledger],
};
