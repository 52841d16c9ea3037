import type { Donation } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { donationReceived } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readCampaign } from './campaign.ts';
import { DONOR_KINDS, donorPlace, readDonation } from './donation.ts';

const EARLIEST = '2000-01-01';

const RecordDonation = z.strictObject({
  unionId: id,
  campaignId: optionalId,
  donorKind: code(DONOR_KINDS),
  donorName: optionalText(100),
  moneyFen: optionalFen,
  goodsFen: optionalFen,
  receiptNo: text(80),
  receivedOn: date,
});

/** In the order of refusals: invalid DONOR_NAME_WRONG, refused DONATION_EMPTY. */
export function decideDonation(ask: z.output<typeof RecordDonation>): void {
  if ((ask.donorKind === 'ANONYMOUS') !== (ask.donorName === ''))
    throw invalid('DONOR_NAME_WRONG', { field: 'donorName' });
  if (ask.moneyFen + ask.goodsFen === 0) throw refused('DONATION_EMPTY');
}

export const recordDonation = command({
  schema: RecordDonation,
  permission: 'welfare.donation.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, actor, now, emit }, ask): Promise<Donation> {
    decideDonation(ask);
    decideDay(ask.receivedOn, EARLIEST, chinaDate(now));
    await requireLivingUnion(sql, ask.unionId);
    if (ask.campaignId) await readCampaign(sql, ask.campaignId);
    const donationId = newId();
    const donor = ask.donorName ? own.vault.seal(ask.donorName, donorPlace(donationId)) : null;
    await sql`
      insert into donation (donation_id, union_id, campaign_id, donor_kind, donor_sealed, money_fen, goods_fen,
        receipt_no, received_on, recorded_by)
      values (${donationId}, ${ask.unionId}, nullif(${ask.campaignId}, '')::uuid, ${ask.donorKind}, ${donor},
        ${ask.moneyFen}, ${ask.goodsFen}, ${ask.receiptNo}, ${ask.receivedOn}, ${actor.id})`;
    const { unionId, receivedOn } = ask;
    const [moneyFen, goodsFen] = [BigInt(ask.moneyFen), BigInt(ask.goodsFen)];
    emit(donationReceived, { donationId, unionId, receivedOn, moneyFen, goodsFen });
    return readDonation(sql, own.vault, donationId);
  },
});
