// Recuperation, check-ups and the places that are booked: bound by name, as in service.ts.
import { cancelCheckUp } from './check-up/cancel-check-up.ts';
import { closeCheckUp } from './check-up/close-check-up.ts';
import { getCheckUp } from './check-up/get-check-up.ts';
import { listCheckUps } from './check-up/list-check-ups.ts';
import { openCheckUp } from './check-up/open-check-up.ts';
import { bookPlace } from './place/book-place.ts';
import { cancelPlace } from './place/cancel-place.ts';
import { listMyPlaces } from './place/list-my-places.ts';
import { listPlaceOffers } from './place/list-place-offers.ts';
import { accreditBaseForRecuperation } from './recuperation/accredit-base-for-recuperation.ts';
import { approveRecuperationBatch } from './recuperation/approve-recuperation-batch.ts';
import { cancelRecuperationBatch } from './recuperation/cancel-recuperation-batch.ts';
import { endBaseForRecuperation } from './recuperation/end-base-for-recuperation.ts';
import { getRecuperationBatch } from './recuperation/get-recuperation-batch.ts';
import { groupRecuperationBatch } from './recuperation/group-recuperation-batch.ts';
import { listRecuperationBases } from './recuperation/list-recuperation-bases.ts';
import { listRecuperationBatches } from './recuperation/list-recuperation-batches.ts';
import { listRecuperationGuests } from './recuperation/list-recuperation-guests.ts';
import { listRecuperationRoutes } from './recuperation/list-recuperation-routes.ts';
import { nominateForRecuperation } from './recuperation/nominate-for-recuperation.ts';
import { openRecuperationBatch } from './recuperation/open-recuperation-batch.ts';
import { publishRecuperationList } from './recuperation/publish-recuperation-list.ts';
import { publishRecuperationRoute } from './recuperation/publish-recuperation-route.ts';
import { receiveRecuperationGuests } from './recuperation/receive-recuperation-guests.ts';
import { recordRecuperationTravel } from './recuperation/record-recuperation-travel.ts';
import { reportRecuperationBatch } from './recuperation/report-recuperation-batch.ts';
import { settleRecuperationBatch } from './recuperation/settle-recuperation-batch.ts';
import { withdrawRecuperationNominee } from './recuperation/withdraw-recuperation-nominee.ts';

export const recuperationMethods = {
  accreditRecuperationBase: accreditBaseForRecuperation,
  endRecuperationBase: endBaseForRecuperation,
  listRecuperationBases,
  publishRecuperationRoute,
  listRecuperationRoutes,
  openRecuperationBatch,
  nominateForRecuperation,
  withdrawRecuperationNominee,
  publishRecuperationList,
  approveRecuperationBatch,
  groupRecuperationBatch,
  recordRecuperationTravel,
  settleRecuperationBatch,
  reportRecuperationBatch,
  cancelRecuperationBatch,
  getRecuperationBatch,
  listRecuperationBatches,
  receiveRecuperationGuests,
  listRecuperationGuests,
  bookPlace,
  cancelPlace,
  listPlaceOffers,
  listMyPlaces,
  openCheckUp,
  closeCheckUp,
  cancelCheckUp,
  getCheckUp,
  listCheckUps,
};
