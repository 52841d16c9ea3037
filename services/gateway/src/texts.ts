// Every code that a request can be refused with, one line a code, in the file of what it is about.

import { ACCOUNT } from './texts/account.ts';
import { ASSETS } from './texts/assets.ts';
import { AUDITS } from './texts/audits.ts';
import { EDGE } from './texts/edge.ts';
import { ELECTION } from './texts/election.ts';
import { FINANCE } from './texts/finance.ts';
import { GRANTS } from './texts/grants.ts';
import { RECEIPTS } from './texts/receipts.ts';
import { FILES } from './texts/files.ts';
import { MEMBERSHIP } from './texts/membership.ts';
import { ORGANISATION } from './texts/organisation.ts';
import { PAYMENTS } from './texts/payments.ts';
import { SHARED } from './texts/shared.ts';
import { SYNC } from './texts/sync.ts';
import { TRACE } from './texts/trace.ts';
import type { Texts } from './texts/text.ts';

export const TEXTS: Texts = {
  ...EDGE,
  ...SHARED,
  ...ACCOUNT,
  ...ASSETS,
  ...AUDITS,
  ...ORGANISATION,
  ...ELECTION,
  ...MEMBERSHIP,
  ...FILES,
  ...FINANCE,
  ...GRANTS,
  ...PAYMENTS,
  ...RECEIPTS,
  ...SYNC,
  ...TRACE,
};
