// The certificate of a prize as it was signed, for printing.
import type { PrizeCertificate } from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { prizeCertificatePlace } from './prize-certificate.ts';

/** A result is of everybody, the name on a certificate of whoever reaches the entry. */
export const getPrizeCertificate = query({
  schema: z.strictObject({ entryId: id }),
  permission: 'competitions.certificate.read',
  async run({ sql, own }, { entryId }): Promise<PrizeCertificate> {
    const [row] = await sql<{ sealed: Buffer | null; issuerKey: Buffer | null }>`
      select r.certificate_sealed as sealed, r.issuer_key as "issuerKey"
      from competition_entry as e left join competition_result as r using (entry_id)
      where e.entry_id = ${entryId}`;
    if (!row) throw notFound('ENTRY_UNKNOWN', { entryId });
    if (!row.sealed) throw refused('PRIZE_WITHOUT_CERTIFICATE');
    const qrText = own.vault.open(row.sealed, prizeCertificatePlace(entryId));
    const publicKey = row.issuerKey ?? own.signer.publicKey;
    const certificate = readCertificate(publicKey, qrText);
    // The node's key was replaced since: the old one verifies it, this one does not.
    if (!certificate) throw refused('HONOUR_CERTIFICATE_OF_OTHER_KEY');
    const { certificateNo, holderName, honourName: prizeName, grantedOn: issuedOn } = certificate;
    const said = { certificateNo, holderName, prizeName, issuedOn };
    return { entryId, ...said, qrText, publicKey: publicKey.toString('hex') };
  },
});
