import { fact } from './fact.ts';
import {
  MemberAnnulled,
  MemberApplied,
  MemberApproved,
  MemberRejected,
  MemberTransferred,
  MemberRetained,
  MemberReactivated,
  MemberLeft,
} from './gen/gonglian/membership/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const memberApplied = fact('membership', 'member.applied', MemberApplied, (f) => f.memberId);
export const memberApproved = fact(
  'membership',
  'member.approved',
  MemberApproved,
  (f) => f.memberId,
);
export const memberRejected = fact(
  'membership',
  'member.rejected',
  MemberRejected,
  (f) => f.memberId,
);
export const memberTransferred = fact(
  'membership',
  'member.transferred',
  MemberTransferred,
  (f) => f.memberId,
);
export const memberRetained = fact(
  'membership',
  'member.retained',
  MemberRetained,
  (f) => f.memberId,
);
export const memberReactivated = fact(
  'membership',
  'member.reactivated',
  MemberReactivated,
  (f) => f.memberId,
);
export const memberLeft = fact('membership', 'member.left', MemberLeft, (f) => f.memberId);
export const memberAnnulled = fact(
  'membership',
  'member.annulled',
  MemberAnnulled,
  (f) => f.memberId,
);
