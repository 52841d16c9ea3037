// The certificate as it was signed, for printing; whether it was revoked since is said beside it.
import type { HonourCertificate } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { certificateOf, readGrant } from './grant.ts';

export const getHonourCertificate = query({
  schema: z.strictObject({ grantId: id }),
  permission: 'competitions.certificate.read',
  async run({ sql, own }, { grantId }): Promise<HonourCertificate> {
    const grant = await readGrant(sql, grantId);
    if (!grant.certificateSealed) throw refused('HONOUR_WITHOUT_CERTIFICATE');
    const certificate = certificateOf(own, grant);
    if (!certificate) throw refused('HONOUR_CERTIFICATE_OF_OTHER_KEY');
    return certificate;
  },
});
