import type {
  CountMembersRequest,
  MemberCount,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { UnionLevel } from '@gonglian/kernel/union.ts';
import type { Vouched } from './access/account.ts';
import type { SessionLife } from './access/session-life.ts';
import { pipeline, type Tx as ServiceTx } from '@gonglian/service/use-case.ts';

/** What this service asks of membership, on the caller's own token. */
export interface AskMembership {
  countMembers(request: CountMembersRequest, call: { token: string }): Promise<MemberCount>;
}

/** Who may grant duties on a node where nobody may yet, and how long sessions last. */
export interface AccessSettings {
  firstAdmins?: readonly Vouched[];
  life?: Partial<SessionLife>;
}

/**
 * What the service is started with besides its settings: the federation whose node it is, and whom
 * it asks.
 */
export interface Own {
  rootUnionId: string;
  regionCode: string;
  level: Extract<UnionLevel, 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY'>;
  name: string;
  membership: AskMembership;
  access?: AccessSettings | undefined;
}

export type Tx = ServiceTx<Own>;
/** What a query is given: it emits nothing. */
export type Reading = Omit<Tx, 'emit'>;

export const { command, query } = pipeline<Own>();
