import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { endMySession } from './access/end-my-session.ts';
import { endSession } from './access/end-session.ts';
import { findAccounts } from './access/find-accounts.ts';
import { getSession } from './access/get-session.ts';
import { getStanding } from './access/get-standing.ts';
import { grantDuty } from './access/grant-duty.ts';
import { HeldDutySchema } from './access/held-duty.ts';
import { listAccounts } from './access/list-accounts.ts';
import { listDuties } from './access/list-duties.ts';
import { listMySessions } from './access/list-my-sessions.ts';
import { openSession } from './access/open-session.ts';
import { revokeDuty } from './access/revoke-duty.ts';
import { approveElectionResult } from './election/approve-election-result.ts';
import { ElectionSchema } from './election/election.ts';
import { getElection } from './election/get-election.ts';
import { listDue } from './election/list-due.ts';
import { postponeElection } from './election/postpone-election.ts';
import { proposeCandidates } from './election/propose-candidates.ts';
import { publishCandidates } from './election/publish-candidates.ts';
import { recordElectionMeeting } from './election/record-election-meeting.ts';
import { replyToElectionRequest } from './election/reply-to-election-request.ts';
import { reportElectionResult } from './election/report-election-result.ts';
import { requestElection } from './election/request-election.ts';
import { reviewCandidates } from './election/review-candidates.ts';
import { coverEmployer } from './employer/cover-employer.ts';
import { uncoverEmployer } from './employer/uncover-employer.ts';
import { applyToEstablish } from './establishment/apply-to-establish.ts';
import { approveFounding } from './establishment/approve-founding.ts';
import { EstablishmentSchema } from './establishment/establishment.ts';
import { listEstablishments } from './establishment/list-establishments.ts';
import { replyToEstablishment } from './establishment/reply-to-establishment.ts';
import { reportFounding } from './establishment/report-founding.ts';
import { unions } from './migrations/0001-unions.ts';
import { establishments } from './migrations/0002-establishments.ts';
import { elections } from './migrations/0003-elections.ts';
import { access } from './migrations/0004-access.ts';
import { rowSecurity } from './migrations/0005-row-security.ts';
import { reach } from './migrations/0006-reach.ts';
import { sessions } from './migrations/0007-sessions.ts';
import type { Own } from './pipeline.ts';
import { listRegions } from './region/list-regions.ts';
import { listUnionTasks } from './task/list-union-tasks.ts';
import { addUnits } from './union/add-units.ts';
import { beginClosing } from './union/begin-closing.ts';
import { dissolveUnion } from './union/dissolve-union.ts';
import { enrolUnions } from './union/enrol-unions.ts';
import { getUnionHistory } from './union/get-union-history.ts';
import { getUnion } from './union/get-union.ts';
import { listUnions } from './union/list-unions.ts';
import { mergeUnions } from './union/merge-unions.ts';
import { recountUnions } from './union/recount-unions.ts';
import { registerLegalPerson } from './union/register-legal-person.ts';
import { renameUnion } from './union/rename-union.ts';
import { reparentUnion } from './union/reparent-union.ts';
import { setIndustrialParent } from './union/set-industrial-parent.ts';
import { splitUnion } from './union/split-union.ts';
import { UnionRecordSchema } from './union/union-record.ts';

/**
 * What there is: every rpc bound to its use case by name. The service listens to no other's facts.
 */
export const parts: ServiceParts<Own, typeof OrganisationServiceService> = {
  name: 'organisation',
  definition: OrganisationServiceService,
  methods: {
    applyToEstablish,
    replyToEstablishment,
    reportFounding,
    approveFounding,
    listEstablishments,
    enrolUnions,
    addUnits,
    renameUnion,
    reparentUnion,
    setIndustrialParent,
    mergeUnions,
    splitUnion,
    beginClosing,
    dissolveUnion,
    coverEmployer,
    uncoverEmployer,
    registerLegalPerson,
    getUnion,
    listUnions,
    getUnionHistory,
    listDue,
    requestElection,
    replyToElectionRequest,
    proposeCandidates,
    reviewCandidates,
    publishCandidates,
    recordElectionMeeting,
    reportElectionResult,
    approveElectionResult,
    postponeElection,
    getElection,
    listRegions,
    recountUnions,
    openSession,
    getSession,
    getStanding,
    endSession,
    listMySessions,
    endMySession,
    listAccounts,
    findAccounts,
    grantDuty,
    revokeDuty,
    listDuties,
    listUnionTasks,
  },
  reactions: [],
  entities: [UnionRecordSchema, EstablishmentSchema, ElectionSchema, HeldDutySchema],
  migrations: [unions, establishments, elections, access, rowSecurity, reach, sessions],
};
