import type { MyRecord } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { RequestPayment } from '@gonglian/payout/payment-asker.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Signer } from '@gonglian/proof/signing.ts';
import type { ObjectStore } from '@gonglian/service/object-store.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import type { Reading as ReadingOf, Tx as TxOf } from '@gonglian/service/use-case.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';

/** What this service asks of membership, on the caller's own token. */
export interface AskMembership {
  getMyRecord(request: object, call: { token: string }): Promise<MyRecord>;
}

/** What welfare is started with besides the database. */
export interface Own {
  /** Seals names and numbers of persons. */
  vault: Vault;
  /** The node's own key: what is sealed for another node's welfare. */
  signer: Signer;
  /** NATIONAL, PROVINCE, CITY or COUNTY: whose assistance centre this is. */
  level: string;
  /** Region codes of the node above and of those directly below: work orders go down, answers up. */
  superior: string | null;
  subordinates: readonly string[];
  /** Who a member is that asks for what is his own. */
  membership: AskMembership;
  requestPayment: RequestPayment;
  /** Where papers lie, sealed. */
  store: ObjectStore;
  /** For what somebody must look at; no line of it names a person. */
  log: Logger;
}

export type Tx = TxOf<Own>;
export type Reading = ReadingOf<Own>;
export type { Sql } from '@gonglian/service/use-case.ts';
export const { command, gathered, query, inquiry, download, reaction } = pipeline<Own>();
