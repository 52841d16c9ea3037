// The table of contents: every rpc and every reaction, bound by name.
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import { keepUnions } from '@gonglian/service/keep-unions.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { hardshipMethods } from './hardship-methods.ts';
import { reliefMethods } from './relief-methods.ts';
import { campaignMethods } from './campaign-methods.ts';
import { mutualAidMethods } from './mutual-aid-methods.ts';
import { unions } from './migrations/0001-unions.ts';
import { campaigns } from './migrations/0005-campaigns.ts';
import { mutualAid } from './migrations/0006-mutual-aid.ts';
import { hardship } from './migrations/0003-hardship.ts';
import { relief } from './migrations/0004-relief.ts';
import { notices } from './migrations/0002-notices.ts';
import { counted } from './migrations/0012-counted.ts';
import { pastRelief } from './migrations/0013-past-relief.ts';
import { mutualAccounts } from './migrations/0014-mutual-accounts.ts';
import { onPayments } from './payout/on-payments.ts';
import { payWelfareRecord } from './payout/pay-welfare-record.ts';
import { payoutMethods } from './payout/payouts.ts';
import { attachmentMethods } from './attachment-methods.ts';
import { noticeMethods } from './notice-methods.ts';
import type { Own } from './pipeline.ts';
import { workOrders } from './migrations/0007-work-orders.ts';
import { rights } from './migrations/0008-rights.ts';
import { ownRights } from './migrations/0015-own-rights.ts';
import { rightsMethods } from './rights-methods.ts';
import { workOrderMethods } from './work-order-methods.ts';
import { onWelfareLetters } from './work-order/across/on-welfare-letters.ts';
import { recountWelfare } from './recount/recount-welfare.ts';
import { listWelfareTasks } from './task/list-welfare-tasks.ts';
import { tasks } from './migrations/0016-tasks.ts';
import { recuperation } from './migrations/0009-recuperation.ts';
import { jobFairs } from './migrations/0010-job-fairs.ts';
import { venues } from './migrations/0011-venues.ts';
import { recuperationMethods } from './recuperation-methods.ts';
import { venueMethods } from './venue-methods.ts';

export const parts: ServiceParts<Own, typeof WelfareServiceService> = {
  name: 'welfare',
  definition: WelfareServiceService,
  methods: {
    ...noticeMethods,
    ...attachmentMethods,
    ...payoutMethods,
    payWelfareRecord,
    ...hardshipMethods,
    ...reliefMethods,
    ...workOrderMethods,
    ...rightsMethods,
    recountWelfare,
    listWelfareTasks,
    ...campaignMethods,
    ...mutualAidMethods,
    ...recuperationMethods,
    ...venueMethods,
  },
  reactions: [keepScope, keepUnions, onPayments, onWelfareLetters],
  entities: [],
  migrations: [
    unions,
    notices,
    hardship,
    relief,
    campaigns,
    mutualAid,
    workOrders,
    rights,
    recuperation,
    jobFairs,
    venues,
    counted,
    pastRelief,
    mutualAccounts,
    ownRights,
    tasks,
  ],
};
