// Campaigns, visits, goods, donations and send-warmth money: bound by name, as in service.ts.
import { approveWarmthList } from './campaign/approve-warmth-list.ts';
import { cancelVisit } from './campaign/cancel-visit.ts';
import { cancelWarmthList } from './campaign/cancel-warmth-list.ts';
import { draftWarmthList } from './campaign/draft-warmth-list.ts';
import { getGoodsLedger } from './campaign/get-goods-ledger.ts';
import { getWarmthList } from './campaign/get-warmth-list.ts';
import { listCampaigns } from './campaign/list-campaigns.ts';
import { listConsumptionAid } from './campaign/list-consumption-aid.ts';
import { listDonations } from './campaign/list-donations.ts';
import { listGoods } from './campaign/list-goods.ts';
import { listVisits } from './campaign/list-visits.ts';
import { listWarmthLists } from './campaign/list-warmth-lists.ts';
import { openCampaign } from './campaign/open-campaign.ts';
import { receiveGoods } from './campaign/receive-goods.ts';
import { recordConsumptionAid } from './campaign/record-consumption-aid.ts';
import { recordDonation } from './campaign/record-donation.ts';
import { recordVisit } from './campaign/record-visit.ts';
import { signWarmthList } from './campaign/sign-warmth-list.ts';
import { recordPastVisits } from './past/record-past-visits.ts';

export const campaignMethods = {
  openCampaign,
  listCampaigns,
  recordVisit,
  cancelVisit,
  listVisits,
  receiveGoods,
  listGoods,
  getGoodsLedger,
  recordDonation,
  listDonations,
  draftWarmthList,
  approveWarmthList,
  cancelWarmthList,
  signWarmthList,
  getWarmthList,
  listWarmthLists,
  recordConsumptionAid,
  listConsumptionAid,
  recordPastVisits,
};
