// The part of service.ts that is about grants: a table of contents of its own, since both would be too long.
import { amendGrant } from './grant/amend-grant.ts';
import { approveGrantList } from './grant/approve-grant-list.ts';
import { approveGrant } from './grant/approve-grant.ts';
import { decideGrantRule } from './grant/decide-grant-rule.ts';
import { draftGrant } from './grant/draft-grant.ts';
import { generateGrantList } from './grant/generate-grant-list.ts';
import { getGrantList } from './grant/get-grant-list.ts';
import { getGrant } from './grant/get-grant.ts';
import { listGrantLists } from './grant/list-grant-lists.ts';
import { listGrantRules } from './grant/list-grant-rules.ts';
import { listGrants } from './grant/list-grants.ts';
import { payGrants } from './grant/pay-grants.ts';
import { reportGrant } from './grant/report-grant.ts';
import { reviewGrant } from './grant/review-grant.ts';
import { setGrantRule } from './grant/set-grant-rule.ts';
import { submitGrant } from './grant/submit-grant.ts';
import { withdrawGrant } from './grant/withdraw-grant.ts';

export const grantMethods = {
  setGrantRule,
  decideGrantRule,
  listGrantRules,
  generateGrantList,
  approveGrantList,
  getGrantList,
  listGrantLists,
  draftGrant,
  amendGrant,
  submitGrant,
  withdrawGrant,
  reviewGrant,
  approveGrant,
  payGrants,
  reportGrant,
  getGrant,
  listGrants,
};
