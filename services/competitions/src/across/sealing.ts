// What nodes seal for one another in letters: names, numbers, deeds, reasons and certificates are for the addressee alone.
import { letterKeyOf as keyOf, sealLetter, type LetterKey } from '@gonglian/kernel/letter-seal.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';

export const letterKeyOf = (vault: Vault): LetterKey => keyOf(vault, 'competitions');

export const numberPlace = (nominationId: string) => `honour.number.${nominationId}`;
export const subjectPlace = (nominationId: string) => `honour.subject.${nominationId}`;
export const notePlace = (nominationId: string) => `honour.note.${nominationId}`;

/** Of a round handed down, what is sealed for the node above is sealed with. */
export async function slateKeyOf(sql: Sql, roundId: string): Promise<Buffer | null> {
  const [round] = await sql<{ slateKey: Buffer | null }>`
    select slate_key as "slateKey" from honour_round where round_id = ${roundId}`;
  return round?.slateKey ?? null;
}

/**
 * The whole number, for the node above alone: that one finds the same person under an old and a new number, and this one,
 * which keeps none, cannot read it again. Null in a round of this node's own.
 */
export async function sealNumber(
  sql: Sql,
  roundId: string,
  { nominationId, idNumber }: { nominationId: string; idNumber: string },
): Promise<Buffer | null> {
  const slateKey = await slateKeyOf(sql, roundId);
  if (slateKey === null || idNumber === '') return null;
  return sealLetter(slateKey, idNumber, numberPlace(nominationId));
}

const Subject = z.strictObject({
  personName: z.string().max(50),
  holderName: z.string().max(100),
  deeds: z.string().min(1).max(2_000),
});
export type SentSubject = z.output<typeof Subject>;

export const sealSubject = (addressee: Uint8Array, nominationId: string, subject: SentSubject) =>
  sealLetter(addressee, JSON.stringify(subject), subjectPlace(nominationId));

/** Refused LETTER_MALFORMED where it says something else. */
export function openSubject(key: LetterKey, nominationId: string, sealed: Uint8Array): SentSubject {
  const said = Subject.safeParse(JSON.parse(key.open(sealed, subjectPlace(nominationId))));
  if (!said.success) throw refused('LETTER_MALFORMED');
  return said.data;
}
