// Every code that a request can be refused with, one line a code, in the file of what it is about.

import { ACCOUNT } from './texts/account.ts';
import { ASSETS } from './texts/assets.ts';
import { CARE } from './texts/care.ts';
import { AUDITS } from './texts/audits.ts';
import { COMPETITIONS } from './texts/competitions.ts';
import { EDGE } from './texts/edge.ts';
import { ELECTION } from './texts/election.ts';
import { FINANCE } from './texts/finance.ts';
import { GRANTS } from './texts/grants.ts';
import { HONOURS } from './texts/honours.ts';
import { PROGRAMMES } from './texts/programmes.ts';
import { RECEIPTS } from './texts/receipts.ts';
import { FILES } from './texts/files.ts';
import { INNOVATION } from './texts/innovation.ts';
import { MEMBERSHIP } from './texts/membership.ts';
import { ORGANISATION } from './texts/organisation.ts';
import { PAYMENTS } from './texts/payments.ts';
import { SHARED } from './texts/shared.ts';
import { SYNC } from './texts/sync.ts';
import { TRACE } from './texts/trace.ts';
import { WELFARE_HOUSEHOLDS } from './texts/welfare-households.ts';
import { WELFARE_NOTICES } from './texts/welfare-notices.ts';
import { WELFARE_RIGHTS } from './texts/welfare-rights.ts';
import { WELFARE_SERVICES } from './texts/welfare-services.ts';
import { WELFARE_CAMPAIGNS } from './texts/welfare-campaigns.ts';
import type { Texts } from './texts/text.ts';

export const TEXTS: Texts = {
  ...EDGE,
  ...WELFARE_HOUSEHOLDS,
  ...SHARED,
  ...ACCOUNT,
  ...ASSETS,
  ...AUDITS,
  ...CARE,
  ...COMPETITIONS,
  ...ORGANISATION,
  ...ELECTION,
  ...INNOVATION,
  ...MEMBERSHIP,
  ...FILES,
  ...FINANCE,
  ...GRANTS,
  ...HONOURS,
  ...PAYMENTS,
  ...PROGRAMMES,
  ...RECEIPTS,
  ...SYNC,
  ...TRACE,
  ...WELFARE_CAMPAIGNS,
  ...WELFARE_SERVICES,
  ...WELFARE_NOTICES,
  ...WELFARE_RIGHTS,
};
