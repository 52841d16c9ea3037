import type { Own, Sql } from '../pipeline.ts';
import { identityHash, openPerson } from './person.ts';
import type { IdType } from '@gonglian/kernel/member.ts';

interface Sealed {
  id: string;
  idType: IdType;
  hash: Buffer;
  sealed: Buffer;
}

/**
 * Throws where the key ring is not the one that the records were sealed with: with other keys nobody would be known any
 * more, and the same people would join a second time.
 */
export async function checkKeys(sql: Sql, { vault }: Pick<Own, 'vault'>): Promise<void> {
  const [one] = await sql<Sealed>`
    select id, id_type as "idType", identity_hash as hash, sealed
    from person limit 1`;
  if (one === undefined) return;
  const idNumber = opened(() => openPerson(vault.openingKeys(), one.id, one.sealed).idNumber);
  if (idNumber === undefined || !identityHash(vault, one.idType, idNumber).equals(one.hash)) {
    throw new Error('the key ring is not the one these records were sealed with: bring it back');
  }
}

function opened(open: () => string): string | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}
