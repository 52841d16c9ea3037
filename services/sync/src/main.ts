import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { runProcess } from '@gonglian/service/run.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

const config = readConfig(process.env);
const { settings, services, node } = config;
const deadlineMs = 30_000;
const organisation = rpcClient(OrganisationServiceService, services.organisation, { deadlineMs });
const membership = rpcClient(MembershipServiceService, services.membership, { deadlineMs });
const finance = rpcClient(FinanceServiceService, services.finance, { deadlineMs });
const competitions = rpcClient(CompetitionsServiceService, services.competitions, { deadlineMs });
const welfare = rpcClient(WelfareServiceService, services.welfare, { deadlineMs });
const life = {
  ...config,
  name: 'sync',
  node: settings.node,
  development: settings.development,
};
await runProcess(life, (log) =>
  start(settings, { ...node, organisation, membership, competitions, welfare, finance }, log),
);
