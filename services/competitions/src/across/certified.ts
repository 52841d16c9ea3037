// An honour is granted, or taken back, by the node that decides; the nodes between pass it on to whoever nominated.
import {
  honourCertified,
  honourGrantRevoked,
  honourRevoked,
} from '@gonglian/contracts/competitions.ts';
import type {
  HonourCertified,
  HonourGrantRevoked,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { certificatePlace, enterGrant, readGrant } from '../certificate/grant.ts';
import {
  isFrontline,
  subjectKindOf,
  writeStep,
  type NominationRow,
} from '../nomination/nomination.ts';
import type { Tx } from '../pipeline.ts';
import { demandForm } from '@gonglian/service/letter-form.ts';
import { openText, sealText } from '@gonglian/kernel/letter-seal.ts';
import { letterKeyOf, notePlace } from './sealing.ts';
import { hear, heldThere } from './take-told.ts';

interface Certified {
  grantId: string;
  toldNo: bigint;
  awardedBy: string;
  issuerKey: Buffer;
  certificateNo: string;
  qrText: string;
  happenedOn: string;
  grantedOn: string;
  documentNo: string;
}

/** To the node below that nominated; nobody where that was this one. */
export function tellCertified(
  { emit, node }: Pick<Tx, 'emit' | 'node'>,
  { nominationId, fromNode, replyKey }: NominationRow,
  { qrText, ...certified }: Certified,
): void {
  if (fromNode === '' || replyKey === null) return;
  emit(honourCertified, {
    ...certified,
    nominationId,
    fromNode: node,
    toNode: fromNode,
    certificateSealed: sealText(replyKey, qrText, certificatePlace(certified.grantId)),
  });
}

/** The certificate is kept as the deciding node signed it, and checked with that node's key before it is. */
export async function takeCertified(tx: Tx, from: string, said: HonourCertified): Promise<void> {
  const { grantId, nominationId, happenedOn, grantedOn, awardedBy, issuerKey } = said;
  demandForm(isId(grantId) && isId(nominationId) && said.toldNo > 0n && awardedBy !== '');
  demandForm(isCalendarDate(happenedOn) && isCalendarDate(grantedOn));
  const nomination = await heldThere(tx, from, said);
  if (said.toldNo <= nomination.toldNo) return;
  const key = letterKeyOf(tx.own.vault);
  const qrText = key.open(said.certificateSealed, certificatePlace(grantId));
  const signed = readCertificate(issuerKey, qrText);
  demandForm(signed?.certificateNo === said.certificateNo && signed.node === awardedBy);
  await hear(tx.sql, nomination, said.toldNo);
  const actedBy = `node:${from}`;
  const taken = { step: 'AWARD', state: 'AWARDED', happenedOn, actedBy } as const;
  const toldNo = await writeStep(tx, nomination, taken);
  const { honourCode, level, honourName, traits, fromNode: forNode } = nomination;
  const granting = {
    ...nomination,
    honourCode,
    level,
    honourName,
    grantedOn,
    documentNo: said.documentNo,
    personId: nomination.personId || null,
    frontline: isFrontline(traits),
  };
  const { certificateNo } = said;
  const above = { grantId, awardedBy, issuerKey };
  const entered = await enterGrant(tx, granting, { certificateNo, qrText, above, forNode });
  // Somebody has written it down by hand before: it is counted, and its certificate lies above.
  if (entered === undefined) tx.own.log.warn({ nominationId, grantId }, 'recorded before');
  tellCertified(tx, nomination, { ...said, qrText, toldNo });
}

interface Revoked {
  grantId: string;
  toldNo: bigint;
  revokedOn: string;
  reason: string;
}

export function tellRevoked(
  { emit, node }: Pick<Tx, 'emit' | 'node'>,
  { nominationId, fromNode, replyKey }: NominationRow,
  { reason, ...revoked }: Revoked,
): void {
  if (fromNode === '' || replyKey === null) return;
  const noteSealed = sealText(replyKey, reason, notePlace(nominationId));
  const to = { nominationId, fromNode: node, toNode: fromNode };
  emit(honourGrantRevoked, { ...revoked, ...to, noteSealed });
}

export async function takeRevoked(tx: Tx, from: string, said: HonourGrantRevoked): Promise<void> {
  const { grantId, nominationId, revokedOn } = said;
  demandForm(isId(grantId) && isId(nominationId) && said.toldNo > 0n);
  demandForm(isCalendarDate(revokedOn));
  const nomination = await heldThere(tx, from, said);
  if (said.toldNo <= nomination.toldNo) return;
  await hear(tx.sql, nomination, said.toldNo);
  const key = letterKeyOf(tx.own.vault);
  const reason = openText(key, said.noteSealed, notePlace(nominationId));
  const actedBy = `node:${from}`;
  const taken = { step: 'REVOKE', state: 'REVOKED', happenedOn: revokedOn, note: reason } as const;
  const toldNo = await writeStep(tx, nomination, { ...taken, actedBy });
  const revoked = await tx.sql`
    update honour_grant set revoked_on = ${revokedOn}, revoke_reason = ${reason}, revoked_by = ${actedBy},
      version = version + 1
    where grant_id = ${grantId} and nomination_id = ${nominationId} and revoked_on is null returning 1`;
  tellRevoked(tx, nomination, { grantId, toldNo, revokedOn, reason });
  if (revoked.length === 0 || nomination.fromNode !== '') return;
  const { honourCode, level, holder, unionId, frontline, grantedOn } = await readGrant(
    tx.sql,
    grantId,
  );
  const subjectKind = subjectKindOf(holder);
  const counted = { honourCode, level, unionId, subjectKind, frontline, grantedOn, revokedOn };
  tx.emit(honourRevoked, { grantId, ...counted });
}
