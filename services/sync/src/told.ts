// Facts by the words of the field, as a node's other services tell them. For tests.
import { randomUUID } from 'node:crypto';
import type { FactType } from '@gonglian/contracts/fact.ts';
import {
  competitionEntered,
  competitionHeld,
  competitionJoined,
} from '@gonglian/contracts/competitions.ts';
import { auditClosed, inspectionMade, paymentSettled } from '@gonglian/contracts/finance.ts';
import type { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import {
  CompetitionEntered,
  CompetitionHeld,
  CompetitionJoined,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import {
  AuditClosed,
  InspectionMade,
  PaymentSettled,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import {
  MemberAnnulled,
  MemberApproved,
  MemberLeft,
  MemberTransferred,
  type MemberCodes,
} from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import {
  ElectionHeld,
  UnionDissolved,
  UnionEstablished,
  UnionReparented,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import type { WelfareRecountRow } from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';
import {
  memberAnnulled,
  memberApproved,
  memberLeft,
  memberTransferred,
} from '@gonglian/contracts/membership.ts';
import {
  electionHeld,
  unionDissolved,
  unionEstablished,
  unionReparented,
} from '@gonglian/contracts/organisation.ts';

export interface Told {
  type: FactType;
  data: object;
  /** What the records behind it say when competitions counts them again. */
  rows?: readonly CompetitionsRecountRow[];
  /** The same of welfare. */
  helped?: readonly WelfareRecountRow[];
}

let unionCount = 0;
export function establish(
  parentId: string,
  more: Partial<UnionEstablished> = {},
): Told & { id: string } {
  const unionId = more.unionId ?? randomUUID();
  unionCount += 1;
  const data = UnionEstablished.fromPartial({
    unionId,
    name: `工会${unionCount}`,
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId,
    unitType: '170',
    industry: 'C1711',
    establishedOn: '2026-03-05',
    cause: 'founded',
    version: 1,
    ...more,
  });
  return { type: unionEstablished as FactType, data, id: unionId };
}

export const township = (parentId: string, more: Partial<UnionEstablished> = {}) =>
  establish(parentId, {
    level: 'TOWNSHIP',
    kind: 'TOWNSHIP',
    establishedOn: '2010-01-01',
    ...more,
  });

export function reparent(
  unionId: string,
  fromParentId: string,
  toParentId: string,
  effectiveOn: string,
): Told {
  const data = UnionReparented.fromPartial({
    unionId,
    fromParentId,
    toParentId,
    effectiveOn,
    version: 2,
  });
  return { type: unionReparented as FactType, data };
}

export function dissolve(unionId: string, effectiveOn: string): Told {
  const data = UnionDissolved.fromPartial({ unionId, effectiveOn, cause: 'dissolved', version: 3 });
  return { type: unionDissolved as FactType, data };
}

export function elect(unionId: string, heldOn: string): Told {
  const data = ElectionHeld.fromPartial({ unionId, electionId: randomUUID(), heldOn });
  return { type: electionHeld as FactType, data };
}

const someone: Partial<MemberCodes> = { sex: 'female', ageBand: '25_34' };

export function join(
  unionId: string,
  joinedOn: string,
  codes: Partial<MemberCodes> = someone,
): Told {
  const data = MemberApproved.fromPartial({ memberId: randomUUID(), unionId, joinedOn, codes });
  return { type: memberApproved as FactType, data };
}

/** The membership of one who was told to have joined is taken back. */
export function annul({ data }: Told): Told {
  const { memberId, unionId, joinedOn, codes } = data as MemberApproved;
  const annulled = MemberAnnulled.fromPartial({ memberId, unionId, joinedOn, version: 2 });
  return { type: memberAnnulled as FactType, data: { ...annulled, codes } };
}

export function leave(
  unionId: string,
  effectiveOn: string,
  codes: Partial<MemberCodes> = someone,
): Told {
  const data = MemberLeft.fromPartial({
    memberId: randomUUID(),
    unionId,
    effectiveOn,
    codes,
    how: 'left',
  });
  return { type: memberLeft as FactType, data };
}

export function transfer(fromUnionId: string, toUnionId: string, effectiveOn: string): Told {
  const data = MemberTransferred.fromPartial({
    memberId: randomUUID(),
    fromUnionId,
    toUnionId,
    effectiveOn,
    codes: someone,
  });
  return { type: memberTransferred as FactType, data };
}

/** A line of a refund, or of another payment, that the bank has paid. */
export function settle(unionId: string, paidOn: string, sourceService = 'refund'): Told {
  const amountFen = 130_874n;
  const source = { sourceService, sourceId: 'r/1' };
  const data = PaymentSettled.fromPartial({ unionId, paidOn, amountFen, ...source });
  return { type: paymentSettled as FactType, data };
}

export function endAudit(unionId: string, closedOn: string, more: Partial<AuditClosed> = {}): Told {
  const data = AuditClosed.fromPartial({ unionId, closedOn, kind: 'DOWNWARD', ...more });
  return { type: auditClosed as FactType, data };
}

/** A visit of one round; told again with the day that was told before. */
export function inspect(unionId: string, inspectedOn: string, previouslyOn = ''): Told {
  const data = InspectionMade.fromPartial({ roundId: 'r', unionId, inspectedOn, previouslyOn });
  return { type: inspectionMade as FactType, data };
}

const contest = { kind: 'SKILL', organiserLevel: 'COUNTY' };

export function holdContest(
  unionId: string,
  heldOn: string,
  more: Partial<CompetitionHeld> = {},
): Told {
  const data = CompetitionHeld.fromPartial({ ...contest, unionId, heldOn, ...more });
  return { type: competitionHeld as FactType, data };
}

export function joinContest(unionId: string, heldOn: string): Told {
  const data = CompetitionJoined.fromPartial({
    kind: 'SKILL',
    organiserLevel: 'CITY',
    unionId,
    heldOn,
  });
  return { type: competitionJoined as FactType, data };
}

/** So many of a unit, the first of them with a first prize. */
export function enterContest(
  unionId: string,
  heldOn: string,
  entries: number,
  more: Partial<CompetitionEntered> = {},
): Told {
  const prizes = [{ prize: 'FIRST', count: 1 }];
  const place = { ...contest, unionId, heldOn, entries, prizes };
  const data = CompetitionEntered.fromPartial({ ...place, ...more });
  return { type: competitionEntered as FactType, data };
}
