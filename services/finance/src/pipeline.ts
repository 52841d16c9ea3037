import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Signer } from '@gonglian/proof/signing.ts';
import { pipeline } from '@gonglian/service/use-case.ts';
import type { Reading as ReadingOf, Tx as TxOf } from '@gonglian/service/use-case.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';

export interface NeighbourQuestion {
  /** Region code of the direct superior or of a direct subordinate. */
  node: string;
  kind: 'trace';
  body: Buffer;
  deadlineMs: number;
}

/** What finance is started with besides the database. */
export interface Own {
  /** Seals accounts at banks and names of payees. */
  vault: Vault;
  /** The node's own key: checkpoints and audit packages. */
  signer: Signer;
  /** NATIONAL, PROVINCE, CITY or COUNTY: which account set and which shares are the node's own. */
  level: string;
  /** Region codes of the node above and of those directly below: between them money moves. */
  superior: string | null;
  subordinates: readonly string[];
  /** Asks the same service of a neighbour; throws its refusal, or unavailable where nobody answers. */
  askNeighbour(question: NeighbourQuestion): Promise<Buffer>;
  /** For what somebody must look at; no line of it names a person. */
  log: Logger;
}

export type Tx = TxOf<Own>;
export type Reading = ReadingOf<Own>;
export type { Sql } from '@gonglian/service/use-case.ts';
export const { command, gathered, query, inquiry, download, reaction } = pipeline<Own>();
