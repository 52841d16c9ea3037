import { pipeline } from '@gonglian/service/use-case.ts';
import type { Sql } from '@gonglian/service/use-case.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';

/**
 * What membership is started with besides the database: keys, and the region its member numbers
 * begin with.
 */
export interface Own {
  vault: Vault;
  /** Signs join links; at least 32 bytes. */
  linkSecret: Buffer;
  /** Six digits. */
  regionCode: string;
  /** For what somebody must look at; no line of it names a person. */
  log: Logger;
}

export type { Sql };
export const { command, query, download, reaction } = pipeline<Own>();
