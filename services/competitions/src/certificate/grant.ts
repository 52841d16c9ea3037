// An honour that is held, as it is kept and as the API shows it.
import type {
  HonourCertificate,
  HonourGrant,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { honourGranted } from '@gonglian/contracts/competitions.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { subjectKindOf } from '../nomination/nomination.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Own, Reading, Sql, Tx } from '../pipeline.ts';

export interface GrantRow extends Omit<HonourGrant, 'personNameMasked'> {
  nameSealed: Buffer | null;
  certificateSealed: Buffer | null;
  /** Of the node above that signed. */
  issuerKey: Buffer | null;
}

interface Granting {
  nominationId: string;
  honourCode: string;
  level: string;
  honourName: string;
  holder: string;
  unionId: string;
  personId: string | null;
  holderName: string;
  subjectKey: string;
  frontline: boolean;
  grantedOn: string;
  documentNo: string;
}

/** Where a certificate is sealed. */
export const certificatePlace = (grantId: string) => `honour.certificate.${grantId}`;

interface Signed {
  certificateNo: string;
  /** Of one that was awarded here, or by a node above. */
  qrText: string;
  /** Where a node above awarded it: the id it has there, which node, and its public key. */
  above?: { grantId: string; awardedBy: string; issuerKey: Buffer };
  /** Of somebody whom a node below nominated: there it is counted, and not here (ADR 30). */
  forNode?: string;
}

/** Its id, or undefined where the same was granted to the same on the same day. Tells it. */
export async function enterGrant(
  { sql, actor, own, emit }: Tx,
  one: Granting,
  { certificateNo, qrText, above, forNode = '' }: Signed,
): Promise<string | undefined> {
  const grantId = above?.grantId ?? newId();
  const origin = one.nominationId === '' ? 'RECORDED' : 'AWARDED';
  const sealed = qrText === '' ? null : own.vault.seal(qrText, certificatePlace(grantId));
  const entered = await sql`
    insert into honour_grant (grant_id, nomination_id, honour_code, level, honour_name, holder, union_id,
      person_id, holder_name, subject_key, frontline, origin, granted_on, document_no, certificate_no,
      certificate_sealed, recorded_by, awarded_by, issuer_key, for_node)
    values (${grantId}, ${one.nominationId || null}, ${one.honourCode}, ${one.level}, ${one.honourName},
      ${one.holder}, ${one.unionId}, ${one.personId}, ${one.holderName}, ${one.subjectKey},
      ${one.frontline}, ${origin}, ${one.grantedOn}, ${one.documentNo}, ${certificateNo}, ${sealed},
      ${actor.id}, ${above?.awardedBy ?? ''}, ${above?.issuerKey ?? null}, ${forNode})
    on conflict (subject_key, honour_code, level, granted_on) do nothing returning 1`;
  if (entered.length === 0) return undefined;
  if (forNode !== '') return grantId;
  const { nominationId, honourCode, level, unionId, frontline, grantedOn } = one;
  const subjectKind = subjectKindOf(one.holder);
  const said = { nominationId, honourCode, level, unionId, frontline, grantedOn };
  emit(honourGranted, { grantId, ...said, subjectKind, origin });
  return grantId;
}

/** HONOUR_GRANT_UNKNOWN for one out of reach. */
export async function readGrant(sql: Sql, grantId: string): Promise<GrantRow> {
  const [row] = await sql<GrantRow>`select * from honour_grant_row where "grantId" = ${grantId}`;
  if (!row) throw notFound('HONOUR_GRANT_UNKNOWN', { grantId });
  return row;
}

export function grantView({ own }: Reading | Tx, row: GrantRow): HonourGrant {
  const { nameSealed, certificateSealed: _, issuerKey: _k, ...rest } = row;
  const personNameMasked = nameSealed ? shownName(own.vault, row.personId, nameSealed) : '';
  return { ...rest, personNameMasked };
}

/** As it was signed; none where it was not awarded here, or the node's key was replaced since: the old one verifies it. */
export function certificateOf(
  { vault, signer }: Own,
  { grantId, certificateSealed, issuerKey, revokedOn }: GrantRow,
): HonourCertificate | undefined {
  if (!certificateSealed) return undefined;
  const qrText = vault.open(certificateSealed, certificatePlace(grantId));
  const publicKey = issuerKey ?? signer.publicKey;
  const certificate = readCertificate(publicKey, qrText);
  if (!certificate) return undefined;
  const { certificateNo, holderName, honourName, grantedOn } = certificate;
  return {
    grantId,
    certificateNo,
    holderName,
    honourName,
    grantedOn,
    qrText,
    signature: qrText.slice(qrText.lastIndexOf(']') + 1),
    publicKey: publicKey.toString('hex'),
    revokedOn,
  };
}
