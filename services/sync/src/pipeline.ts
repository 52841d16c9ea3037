import type {
  CompetitionsRecount,
  RecountCompetitionsRequest,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type {
  AnswerNeighbourRequest,
  AnswerNeighbourResult,
  FinanceRecount,
  RecountFinanceRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type {
  RecountUnionsRequest,
  UnionRecount,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type {
  MemberRecount,
  RecountMembersRequest,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type {
  RecountWelfareRequest,
  WelfareRecount,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';
import type { BrokerAddress } from '@gonglian/messaging/connection.ts';
import { pipeline, type Reading as ReadingOf, type Tx } from '@gonglian/service/use-case.ts';
import type { LinkBoard } from './link/board.ts';

type Ask<Request, Answer> = (
  request: Request,
  call?: { token?: string; deadlineMs?: number },
) => Promise<Answer>;

/** What answers the questions of a neighbour's service of the same name. */
export interface NeighbourAnswers {
  answerNeighbour: Ask<AnswerNeighbourRequest, AnswerNeighbourResult>;
}

/** Where the records can be counted again; asked on the caller's own token. */
export interface UnionRecords {
  recountUnions: Ask<RecountUnionsRequest, UnionRecount>;
}
export interface MemberRecords {
  recountMembers: Ask<RecountMembersRequest, MemberRecount>;
}

export interface FinanceRecords {
  recountFinance: Ask<RecountFinanceRequest, FinanceRecount>;
}

export interface CompetitionRecords {
  recountCompetitions: Ask<RecountCompetitionsRequest, CompetitionsRecount>;
}

export interface WelfareRecords {
  recountWelfare: Ask<RecountWelfareRequest, WelfareRecount>;
}

export interface Superior {
  region: string;
  broker: BrokerAddress;
}

/** The place of this node among the nodes, and what it is started with besides. */
export interface SyncNode {
  rootUnionId: string;
  regionCode: string;
  level: string;
  name: string;
  superior: Superior | null;
  /** Region codes of the direct subordinates. */
  subordinates: readonly string[];
  organisation: UnionRecords;
  membership: MemberRecords;
  finance: NeighbourAnswers & FinanceRecords;
  competitions: CompetitionRecords;
  welfare: WelfareRecords;
  /** A subordinate that was not heard for longer is shown as stale. */
  staleAfterSeconds: number;
  /** How often the superior hears of this node when nothing changes; 30 s where it is not given. */
  heartbeatMs?: number;
}

export interface Own extends SyncNode {
  board: LinkBoard;
}

export type SyncTx = Tx<Own>;
export type Reading = ReadingOf<Own>;
export type { Sql } from '@gonglian/service/use-case.ts';
export const { command, query, inquiry, reaction } = pipeline<Own>();
