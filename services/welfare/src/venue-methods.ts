// Job fairs, venues, activities, and what old lists say of them: bound by name, as in service.ts.
import { cancelActivity } from './activity/cancel-activity.ts';
import { holdActivity } from './activity/hold-activity.ts';
import { listActivities } from './activity/list-activities.ts';
import { planActivity } from './activity/plan-activity.ts';
import { finishEmploymentTraining } from './job-fair/finish-employment-training.ts';
import { followUpJobPlacement } from './job-fair/follow-up-job-placement.ts';
import { getJobFair } from './job-fair/get-job-fair.ts';
import { holdJobFair } from './job-fair/hold-job-fair.ts';
import { listEmploymentTrainings } from './job-fair/list-employment-trainings.ts';
import { listJobFairs } from './job-fair/list-job-fairs.ts';
import { listJobPlacements } from './job-fair/list-job-placements.ts';
import { listJobVacancies } from './job-fair/list-job-vacancies.ts';
import { listStartupSupports } from './job-fair/list-startup-supports.ts';
import { openEmploymentTraining } from './job-fair/open-employment-training.ts';
import { planJobFair } from './job-fair/plan-job-fair.ts';
import { postJobVacancy } from './job-fair/post-job-vacancy.ts';
import { recordJobPlacement } from './job-fair/record-job-placement.ts';
import { registerJobEmployer } from './job-fair/register-job-employer.ts';
import { reportJobFair } from './job-fair/report-job-fair.ts';
import { stepJobFair } from './job-fair/step-job-fair.ts';
import { supportStartup } from './job-fair/support-startup.ts';
import { withdrawJobVacancy } from './job-fair/withdraw-job-vacancy.ts';
import { recordPastJobFair } from './past/record-past-job-fair.ts';
import { recordPastServices } from './past/record-past-services.ts';
import { amendVenue } from './venue/amend-venue.ts';
import { checkVenue } from './venue/check-venue.ts';
import { decideVenue } from './venue/decide-venue.ts';
import { findVenuesNear } from './venue/find-venues-near.ts';
import { getVenue } from './venue/get-venue.ts';
import { getVenueCoverage } from './venue/get-venue-coverage.ts';
import { hangVenueSignboard } from './venue/hang-venue-signboard.ts';
import { listVenues } from './venue/list-venues.ts';
import { proposeVenue } from './venue/propose-venue.ts';
import { recogniseVenue } from './venue/recognise-venue.ts';
import { removeVenueSignboard } from './venue/remove-venue-signboard.ts';
import { setGatheringPoint } from './venue/set-gathering-point.ts';
import { stepVenue } from './venue/step-venue.ts';
import { tallyVenue } from './venue/tally-venue.ts';

export const venueMethods = {
  planJobFair,
  stepJobFair,
  registerJobEmployer,
  postJobVacancy,
  withdrawJobVacancy,
  holdJobFair,
  reportJobFair,
  getJobFair,
  listJobFairs,
  listJobVacancies,
  recordJobPlacement,
  followUpJobPlacement,
  listJobPlacements,
  openEmploymentTraining,
  finishEmploymentTraining,
  listEmploymentTrainings,
  supportStartup,
  listStartupSupports,
  proposeVenue,
  amendVenue,
  stepVenue,
  decideVenue,
  hangVenueSignboard,
  removeVenueSignboard,
  recogniseVenue,
  checkVenue,
  tallyVenue,
  getVenue,
  listVenues,
  findVenues: findVenuesNear,
  setGatheringPoint,
  getVenueCoverage,
  planActivity,
  holdActivity,
  cancelActivity,
  listActivities,
  recordPastServices,
  recordPastJobFair,
};
