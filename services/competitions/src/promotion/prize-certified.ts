// A prize of a contest that was offered below is certified here; the certificate comes down to the node of the winner.
import { contestPrizeCertified } from '@gonglian/contracts/contests.ts';
import type { ContestPrizeCertified } from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { readCertificate } from '@gonglian/proof/certificate.ts';
import { demandForm } from '@gonglian/service/letter-form.ts';
import { sealText } from '@gonglian/kernel/letter-seal.ts';
import { letterKeyOf } from '../across/sealing.ts';
import type { Tx } from '../pipeline.ts';
import { prizeCertificatePlace, type IssuedCertificate } from '../result/prize-certificate.ts';

/** Nobody is told of who was entered here, or by a node that has not said what to seal it with. */
export async function tellPrizes(
  { sql, own, node, emit }: Pick<Tx, 'sql' | 'own' | 'node' | 'emit'>,
  competitionId: string,
  issued: readonly IssuedCertificate[],
): Promise<void> {
  const below = await sql<{ entryId: string; toNode: string; replyKey: Buffer }>`
    select entry_id as "entryId", from_node as "toNode", reply_key as "replyKey" from competition_entry
    where entry_id = any(${issued.map(({ entryId }) => entryId)}::uuid[])
      and from_node <> '' and reply_key is not null
    order by entry_id`;
  for (const { entryId, toNode, replyKey } of below) {
    const one = issued.find((each) => each.entryId === entryId);
    if (!one) continue;
    const { certificateNo, issuedOn, text } = one;
    emit(contestPrizeCertified, {
      entryId,
      competitionId,
      fromNode: node,
      toNode,
      issuerKey: own.signer.publicKey,
      issuedOn,
      certificateNo,
      certificateSealed: sealText(replyKey, text, prizeCertificatePlace(entryId)),
    });
  }
}

/** Checked with the key of who signed it before it is kept. CONTEST_NOT_YOURS for a prize that the writer did not tell. */
export async function takePrize(tx: Tx, from: string, said: ContestPrizeCertified): Promise<void> {
  const { sql, own, node } = tx;
  const { entryId, certificateNo, issuedOn, issuerKey } = said;
  demandForm(isId(entryId) && isCalendarDate(issuedOn) && certificateNo !== '');
  const [won] = await sql<{ certificateNo: string; prize: string }>`
    select r.certificate_no as "certificateNo", r.prize
    from competition_result as r join competition as c on c.competition_id = r.competition_id
    where r.entry_id = ${entryId} and c.from_node = ${from} for update of r`;
  const theirs = won !== undefined && said.fromNode === from && said.toNode === node;
  if (!theirs || won.prize === '') throw refused('CONTEST_NOT_YOURS', { from, subject: entryId });
  if (won.certificateNo !== '') return;
  const place = prizeCertificatePlace(entryId);
  const text = letterKeyOf(own.vault).open(said.certificateSealed, place);
  const signed = readCertificate(issuerKey, text);
  demandForm(signed?.certificateNo === certificateNo && signed.node === from);
  await sql`
    update competition_result set certificate_no = ${certificateNo}, issued_on = ${issuedOn},
      certificate_sealed = ${own.vault.seal(text, place)}, issuer_key = ${Buffer.from(issuerKey)}
    where entry_id = ${entryId}`;
}
