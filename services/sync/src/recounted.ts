// The records behind told facts, served as organisation and membership serve theirs. For tests.
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import {
  CompetitionsRecountRow,
  type CompetitionsRecount,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type {
  CompetitionEntered,
  CompetitionHeld,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import {
  FinanceServiceService,
  type AnswerNeighbourRequest,
  type FinanceRecount,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type {
  AuditClosed,
  InspectionMade,
  PaymentSettled,
} from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import {
  MembershipServiceService,
  type MemberRecount,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type {
  MemberAnnulled,
  MemberApproved,
  MemberCodes,
  MemberLeft,
  MemberTransferred,
} from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import {
  OrganisationServiceService,
  type UnionRecount,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type {
  ElectionHeld,
  UnionDissolved,
  UnionEstablished,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { ServiceDefinition } from '@gonglian/rpc/definition.ts';
import { startRpc } from '@gonglian/rpc/server.ts';
import { testSecret } from '@gonglian/testing/service.ts';
import type { Told } from './told.ts';

/** What a node's other services have told, and what their records would answer when counted again. */
export interface Records {
  facts: Told[];
  /** What finance says to the question of a neighbour; refuses what it is not told. */
  answer?: (from: string, kind: string, body: Buffer) => Promise<Buffer>;
}

export async function serveRecords(records: Records) {
  return startRpc({
    address: '127.0.0.1:0',
    secret: testSecret,
    reflection: false,
    services: [
      {
        definition: OrganisationServiceService,
        handlers: {
          ...unserved(OrganisationServiceService),
          recountUnions: async () => recountUnions(records),
        },
      },
      {
        definition: MembershipServiceService,
        handlers: {
          ...unserved(MembershipServiceService),
          recountMembers: async () => recountMembers(records),
        },
      },
      {
        definition: CompetitionsServiceService,
        handlers: {
          ...unserved(CompetitionsServiceService),
          recountCompetitions: async () => recountCompetitions(records),
        },
      },
      {
        definition: WelfareServiceService,
        handlers: {
          ...unserved(WelfareServiceService),
          recountWelfare: async () => ({ rows: helpedOf(records), nextCursor: '' }),
        },
      },
      {
        definition: FinanceServiceService,
        handlers: {
          ...unserved(FinanceServiceService),
          recountFinance: async () => recountFinance(records),
          answerNeighbour: async ({ node, kind, body }: AnswerNeighbourRequest) => {
            if (!records.answer) throw refused('NOT_SERVED');
            return { body: await records.answer(node, kind, body) };
          },
        },
      },
    ],
  });
}

const helpedOf = ({ facts }: Records) => facts.flatMap(({ helped }) => helped ?? []);

function unserved(definition: ServiceDefinition) {
  const refuse = (): Promise<never> => Promise.reject(refused('NOT_SERVED'));
  return Object.fromEntries(Object.keys(definition).map((name) => [name, refuse]));
}

function recountFinance({ facts }: Records): FinanceRecount {
  const row = (unionId: string, on: string, movement: string, audit?: AuditClosed, fen = 0n) => ({
    unionId,
    month: on.slice(0, 7),
    movement,
    auditKind: audit?.kind ?? '',
    byFirm: audit?.byFirm ?? false,
    count: 1n,
    amountFen: fen,
  });
  const rows = facts.flatMap(({ type, data }) => {
    if (type.name === 'payment.settled') {
      const { unionId, paidOn, sourceService, amountFen } = data as PaymentSettled;
      if (sourceService !== 'refund') return [];
      return [row(unionId, paidOn, 'refund_paid', undefined, amountFen)];
    }
    if (type.name === 'audit.closed') {
      const audit = data as AuditClosed;
      return [row(audit.unionId, audit.closedOn, 'audit_closed', audit)];
    }
    if (type.name === 'inspection.made') {
      const { unionId, inspectedOn } = data as InspectionMade;
      const corrected = facts.some(
        (other) =>
          other.type.name === 'inspection.made' &&
          (other.data as InspectionMade).unionId === unionId &&
          (other.data as InspectionMade).previouslyOn === inspectedOn,
      );
      return corrected ? [] : [row(unionId, inspectedOn, 'unit_inspected')];
    }
    return [];
  });
  return { rows, nextCursor: '' };
}

function recountCompetitions({ facts }: Records): CompetitionsRecount {
  const row = (
    { unionId, heldOn, kind, organiserLevel }: CompetitionHeld | CompetitionEntered,
    movement: string,
    more: Partial<CompetitionsRecountRow> = {},
  ) => {
    const place = { unionId, month: heldOn.slice(0, 7), movement, kind, organiserLevel };
    return CompetitionsRecountRow.fromPartial({ ...place, count: 1n, ...more });
  };
  const rows = facts.flatMap(({ type, data, rows: said }) => {
    if (said) return said;
    const contest = data as CompetitionHeld;
    if (type.name === 'competition.held') {
      const { tradeCodes, regionCodes, teams } = contest;
      return [
        row(contest, 'held'),
        ...tradeCodes.map((kind) => row(contest, 'trade_held', { kind })),
        ...regionCodes.map((kind) => row(contest, 'province_entered', { kind })),
        row(contest, 'team_entered', { count: BigInt(teams) }),
      ];
    }
    if (type.name === 'competition.joined') return [row(contest, 'joined')];
    if (type.name !== 'competition.entered') return [];
    const entered = data as CompetitionEntered;
    return [
      row(entered, 'unit_entered'),
      row(entered, 'industry_entered', { kind: entered.industry }),
      ...entered.ranks.map(({ rank, count }) =>
        row(entered, 'rank_achieved', { prize: String(rank), count: BigInt(count) }),
      ),
      row(entered, 'person_entered', { count: BigInt(entered.entries) }),
      ...entered.prizes.map(({ prize, count }) =>
        row(entered, 'prize_won', { prize, count: BigInt(count) }),
      ),
    ];
  });
  return { rows, nextCursor: '' };
}

function recountUnions({ facts }: Records): UnionRecount {
  const of = <Data>(name: string): Data[] =>
    facts.filter(({ type }) => type.name === name).map(({ data }) => data as Data);
  const rows = of<UnionEstablished>('union.established').map((union) => ({
    unionId: union.unionId,
    level: union.level,
    kind: union.kind,
    unitType: union.unitType,
    industry: union.industry,
    establishedOn: union.establishedOn,
    dissolvedOn:
      of<UnionDissolved>('union.dissolved').find(({ unionId }) => unionId === union.unionId)
        ?.effectiveOn ?? '',
    electionsHeldOn: of<ElectionHeld>('election.held')
      .filter(({ unionId }) => unionId === union.unionId)
      .map(({ heldOn }) => heldOn),
  }));
  return { rows, nextCursor: '' };
}

function recountMembers({ facts }: Records): MemberRecount {
  const row = (unionId: string, on: string, movement: string, codes: MemberCodes | undefined) => ({
    unionId,
    month: on.slice(0, 7),
    movement,
    codes,
    count: 1n,
  });
  // Nothing of an annulled member is left in the records.
  const annulled = new Set(
    facts.flatMap(({ type, data }) =>
      type.name === 'member.annulled' ? [(data as MemberAnnulled).memberId] : [],
    ),
  );
  const rows = facts.flatMap(({ type, data }) => {
    if (type.name === 'member.approved') {
      const { memberId, unionId, joinedOn, codes } = data as MemberApproved;
      if (annulled.has(memberId)) return [];
      return [row(unionId, joinedOn, 'recruited', codes)];
    }
    if (type.name === 'member.left') {
      const { unionId, effectiveOn, codes } = data as MemberLeft;
      return [row(unionId, effectiveOn, 'left', codes)];
    }
    if (type.name === 'member.transferred') {
      const { fromUnionId, toUnionId, effectiveOn, codes } = data as MemberTransferred;
      return [
        row(fromUnionId, effectiveOn, 'moved_out', codes),
        row(toUnionId, effectiveOn, 'moved_in', codes),
      ];
    }
    return [];
  });
  return { rows, nextCursor: '' };
}
