// One line a fact of welfare and rights: what it is called, its codec, the entity it is about.
import { fact } from './fact.ts';
import {
  HardshipFileOpened,
  HardshipFileChanged,
  HardshipFileClosed,
  ReliefPaid,
  ReliefRecovered,
  CareVisited,
  CareVisitCancelled,
  CareSiteTakenOver,
  CarePaid,
  DonationReceived,
  ConsumptionAided,
  MutualAidPublished,
  MutualAidEnrolled,
  MutualAidPaid,
  HotlineCalled,
  WorkOrderReceived,
  WorkOrderHandled,
  WorkOrderClosed,
  HotlineDeskStaffed,
  WorkOrderDeskOpened,
  WorkOrderDispatched,
  WorkOrderTold,
  MediationAccepted,
  MediationClosed,
  LegalAidGranted,
  LegalAidClosed,
  RightsChecked,
  RightsAgreementSigned,
  RightsAgreementEnded,
  RecuperationBaseAccredited,
  RecuperationBaseEnded,
  RecuperationRoutePublished,
  RecuperationTravelled,
  RecuperationSettled,
  RecuperationGuestsReceived,
  CheckUpHeld,
  CheckUpAttended,
  JobFairHeld,
  JobEmployerEntered,
  JobPlaced,
  JobFollowedUp,
  EmploymentTrained,
  StartupSupported,
  VenueApproved,
  VenueOpened,
  VenueClosed,
  VenueChanged,
  VenueRecognised,
  VenueServed,
  ActivityHeld,
} from './gen/gonglian/welfare/v1/events.ts';

export const careVisited = fact('welfare', 'care.visited', CareVisited, (f) => f.visitId);
export const careVisitCancelled = fact(
  'welfare',
  'care.visit.cancelled',
  CareVisitCancelled,
  (f) => f.visitId,
);
export const careSiteTakenOver = fact(
  'welfare',
  'care.site.taken-over',
  CareSiteTakenOver,
  (f) => f.visitId,
);
export const carePaid = fact('welfare', 'care.paid', CarePaid, (f) => f.visitId);
export const donationReceived = fact(
  'welfare',
  'donation.received',
  DonationReceived,
  (f) => f.donationId,
);
export const consumptionAided = fact(
  'welfare',
  'consumption.aided',
  ConsumptionAided,
  (f) => f.aidId,
);
export const mutualAidPublished = fact(
  'welfare',
  'mutual-aid.published',
  MutualAidPublished,
  (f) => f.planId,
);
export const mutualAidEnrolled = fact(
  'welfare',
  'mutual-aid.enrolled',
  MutualAidEnrolled,
  (f) => f.batchId,
);
export const mutualAidPaid = fact('welfare', 'mutual-aid.paid', MutualAidPaid, (f) => f.claimId);
export const hotlineCalled = fact('welfare', 'hotline.called', HotlineCalled, (f) => f.callId);
export const workOrderReceived = fact(
  'welfare',
  'work-order.received',
  WorkOrderReceived,
  (f) => f.orderId,
);
export const workOrderHandled = fact(
  'welfare',
  'work-order.handled',
  WorkOrderHandled,
  (f) => f.orderId,
);
export const workOrderClosed = fact(
  'welfare',
  'work-order.closed',
  WorkOrderClosed,
  (f) => f.orderId,
);
export const hotlineDeskStaffed = fact(
  'welfare',
  'hotline-desk.staffed',
  HotlineDeskStaffed,
  (f) => f.unionId,
);
export const workOrderDeskOpened = fact(
  'welfare',
  'work-order-desk.opened',
  WorkOrderDeskOpened,
  (f) => f.fromNode,
);
export const workOrderDispatched = fact(
  'welfare',
  'work-order.dispatched',
  WorkOrderDispatched,
  (f) => f.orderId,
);
export const workOrderTold = fact('welfare', 'work-order.told', WorkOrderTold, (f) => f.orderId);
export const mediationAccepted = fact(
  'welfare',
  'mediation.accepted',
  MediationAccepted,
  (f) => f.mediationId,
);
export const mediationClosed = fact(
  'welfare',
  'mediation.closed',
  MediationClosed,
  (f) => f.mediationId,
);
export const legalAidGranted = fact(
  'welfare',
  'legal-aid.granted',
  LegalAidGranted,
  (f) => f.legalAidId,
);
export const legalAidClosed = fact(
  'welfare',
  'legal-aid.closed',
  LegalAidClosed,
  (f) => f.legalAidId,
);
export const rightsChecked = fact('welfare', 'rights.checked', RightsChecked, (f) => f.checkId);
export const rightsAgreementSigned = fact(
  'welfare',
  'rights-agreement.signed',
  RightsAgreementSigned,
  (f) => f.agreementId,
);
export const rightsAgreementEnded = fact(
  'welfare',
  'rights-agreement.ended',
  RightsAgreementEnded,
  (f) => f.agreementId,
);
export const hardshipFileOpened = fact(
  'welfare',
  'hardship-file.opened',
  HardshipFileOpened,
  (f) => f.fileId,
);
export const hardshipFileChanged = fact(
  'welfare',
  'hardship-file.changed',
  HardshipFileChanged,
  (f) => f.fileId,
);
export const hardshipFileClosed = fact(
  'welfare',
  'hardship-file.closed',
  HardshipFileClosed,
  (f) => f.fileId,
);
export const reliefPaid = fact('welfare', 'relief.paid', ReliefPaid, (f) => f.grantId);
export const reliefRecovered = fact(
  'welfare',
  'relief.recovered',
  ReliefRecovered,
  (f) => f.grantId,
);
export const recuperationBaseAccredited = fact(
  'welfare',
  'recuperation-base.accredited',
  RecuperationBaseAccredited,
  (f) => f.baseId,
);
export const recuperationBaseEnded = fact(
  'welfare',
  'recuperation-base.ended',
  RecuperationBaseEnded,
  (f) => f.baseId,
);
export const recuperationRoutePublished = fact(
  'welfare',
  'recuperation-route.published',
  RecuperationRoutePublished,
  (f) => f.routeId,
);
export const recuperationTravelled = fact(
  'welfare',
  'recuperation.travelled',
  RecuperationTravelled,
  (f) => f.batchId,
);
export const recuperationSettled = fact(
  'welfare',
  'recuperation.settled',
  RecuperationSettled,
  (f) => f.batchId,
);
export const recuperationGuestsReceived = fact(
  'welfare',
  'recuperation-guests.received',
  RecuperationGuestsReceived,
  (f) => f.baseId,
);
export const checkUpHeld = fact('welfare', 'check-up.held', CheckUpHeld, (f) => f.checkUpId);
export const checkUpAttended = fact(
  'welfare',
  'check-up.attended',
  CheckUpAttended,
  (f) => f.checkUpId,
);
export const jobFairHeld = fact('welfare', 'job-fair.held', JobFairHeld, (f) => f.jobFairId);
export const jobEmployerEntered = fact(
  'welfare',
  'job-employer.entered',
  JobEmployerEntered,
  (f) => f.employerUscc,
);
export const jobPlaced = fact('welfare', 'job.placed', JobPlaced, (f) => f.placementId);
export const jobFollowedUp = fact(
  'welfare',
  'job.followed-up',
  JobFollowedUp,
  (f) => f.placementId,
);
export const employmentTrained = fact(
  'welfare',
  'employment-training.held',
  EmploymentTrained,
  (f) => f.trainingId,
);
export const startupSupported = fact(
  'welfare',
  'startup.supported',
  StartupSupported,
  (f) => f.startupId,
);
export const venueApproved = fact('welfare', 'venue.approved', VenueApproved, (f) => f.venueId);
export const venueOpened = fact('welfare', 'venue.opened', VenueOpened, (f) => f.venueId);
export const venueClosed = fact('welfare', 'venue.closed', VenueClosed, (f) => f.venueId);
export const venueChanged = fact('welfare', 'venue.changed', VenueChanged, (f) => f.venueId);
export const venueRecognised = fact(
  'welfare',
  'venue.recognised',
  VenueRecognised,
  (f) => f.venueId,
);
export const venueServed = fact('welfare', 'venue.served', VenueServed, (f) => f.venueId);
export const activityHeld = fact('welfare', 'activity.held', ActivityHeld, (f) => f.activityId);
