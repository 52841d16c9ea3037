// The honour is handed over: a number, and a certificate that the node signs with its own key.
import type { HonourGrant } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { writeCertificate } from '@gonglian/proof/certificate.ts';
import { z } from 'zod';
import { tellCertified } from '../across/certified.ts';
import type { NominationRow } from '../nomination/nomination.ts';
import { beginStep, isFrontline, nominationStep, writeStep } from '../nomination/nomination.ts';
import { openName } from '@gonglian/service/person.ts';
import { command, type Tx } from '../pipeline.ts';
import { enterGrant, grantView, readGrant } from './grant.ts';

export const awardHonour = command({
  schema: z.strictObject(nominationStep),
  permission: 'competitions.honour.award',
  async run(tx, ask): Promise<HonourGrant> {
    const { node, own } = tx;
    const { nomination, state } = await beginStep(tx, 'AWARD', ask);
    const taken = { step: 'AWARD', state, happenedOn: ask.happenedOn } as const;
    const toldNo = await writeStep(tx, nomination, taken);
    const { honourCode, level, honourName, decidedOn: grantedOn, personId } = nomination;
    const certificateNo = await nextNumber(tx, nomination);
    const documentNo = nomination.decisionNo;
    const said = { honourCode, level, honourName, grantedOn, documentNo };
    const holderName = printedName(tx, nomination);
    const qrText = writeCertificate({ ...said, node, certificateNo, holderName }, own.signer);
    const frontline = isFrontline(nomination.traits);
    const granting = { ...nomination, ...said, personId: personId || null, frontline };
    const { fromNode: forNode } = nomination;
    const grantId = await enterGrant(tx, granting, { certificateNo, qrText, forNode });
    if (grantId === undefined) throw duplicate('HONOUR_GRANTED_ALREADY', { grantedOn });
    const signed = { awardedBy: node, issuerKey: own.signer.publicKey, qrText, certificateNo };
    const day = { happenedOn: ask.happenedOn, grantedOn, documentNo };
    tellCertified(tx, nomination, { grantId, toldNo, ...signed, ...day });
    return grantView(tx, await readGrant(tx.sql, grantId));
  },
});

/** Without a hole: the row is locked until the award is committed. */
async function nextNumber({ sql, node }: Tx, one: NominationRow): Promise<string> {
  const year = Number(one.decidedOn.slice(0, 4));
  const [number] = await sql<{ no: number }>`
    insert into honour_number as n (honour_code, level, grant_year, last_no)
    values (${one.honourCode}, ${one.level}, ${year}, 1)
    on conflict (honour_code, level, grant_year) do update set last_no = n.last_no + 1
    returning last_no as no`;
  return `${node}-${one.honourCode}-${String(year)}-${String(number?.no ?? 0).padStart(4, '0')}`;
}

function printedName({ own }: Tx, one: NominationRow): string {
  if (one.nameSealed) return openName(own.vault, one.personId, one.nameSealed);
  return one.holder === 'UNIT' ? one.holderName : `${one.unionName} ${one.holderName}`;
}
