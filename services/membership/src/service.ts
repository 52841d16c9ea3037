import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { keepScope } from '@gonglian/service/keep-scope.ts';
import type { ServiceParts } from '@gonglian/service/serve.ts';
import { listMemberAccess } from './access/list-member-access.ts';
import { listMyAccess } from './access/list-my-access.ts';
import { revealMember } from './access/reveal-member.ts';
import { CorrectionSchema } from './correction/correction.ts';
import { decideCorrection } from './correction/decide-correction.ts';
import { listCorrections } from './correction/list-corrections.ts';
import { requestCorrection } from './correction/request-correction.ts';
import { approveExport } from './export/approve-export.ts';
import { getExportFile } from './export/get-export-file.ts';
import { listExports } from './export/list-exports.ts';
import { requestExport } from './export/request-export.ts';
import { beginImport } from './import/begin-import.ts';
import { cancelImport } from './import/cancel-import.ts';
import { commitImport } from './import/commit-import.ts';
import { getImport } from './import/get-import.ts';
import { getImportErrorWorkbook } from './import/get-import-error-workbook.ts';
import { getImportTemplate } from './import/get-import-template.ts';
import { listImportErrors } from './import/list-import-errors.ts';
import { listImports } from './import/list-imports.ts';
import { mapImport } from './import/map-import.ts';
import { putImportPart } from './import/put-import-part.ts';
import { readImport } from './import/read-import.ts';
import { undoImport } from './import/undo-import.ts';
import { applyToJoin } from './join/apply-to-join.ts';
import { approveApplication } from './join/approve-application.ts';
import { createJoinLink } from './join/create-join-link.ts';
import { joinBatch } from './join/join-batch.ts';
import { openJoinLink } from './join/open-join-link.ts';
import { rejectApplication } from './join/reject-application.ts';
import { countMembers } from './member/count-members.ts';
import { endMembership } from './member/end-membership.ts';
import { findMembers } from './member/find-members.ts';
import { identifyMember } from './member/identify-member.ts';
import { getMember } from './member/get-member.ts';
import { getMyRecord } from './member/get-my-record.ts';
import { listMemberTasks } from './member/list-member-tasks.ts';
import { listMembers } from './member/list-members.ts';
import { MembershipSchema } from './member/member.ts';
import { reactivateMembership } from './member/reactivate-membership.ts';
import { recountMembers } from './member/recount-members.ts';
import { retainMembership } from './member/retain-membership.ts';
import { members } from './migrations/0001-members.ts';
import { finding } from './migrations/0002-finding.ts';
import { rowSecurity } from './migrations/0003-row-security.ts';
import { files } from './migrations/0004-files.ts';
import { dueDates } from './migrations/0005-due-date.ts';
import { checkKeys } from './member/check-keys.ts';
import { consent } from './migrations/0006-consent.ts';
import { knownMembers } from './migrations/0007-known.ts';
import { reach } from './migrations/0008-reach.ts';
import { waiting } from './migrations/0009-waiting.ts';
import type { Own } from './pipeline.ts';
import { acceptTransfer } from './transfer/accept-transfer.ts';
import { confirmTransfer } from './transfer/confirm-transfer.ts';
import { listTransfers } from './transfer/list-transfers.ts';
import { refuseTransfer } from './transfer/refuse-transfer.ts';
import { requestTransfer } from './transfer/request-transfer.ts';
import { TransferSchema } from './transfer/transfer.ts';
import { withdrawTransfer } from './transfer/withdraw-transfer.ts';
import { onUnionClosing } from './union/on-union-closing.ts';
import { onUnionDissolved } from './union/on-union-dissolved.ts';
import { onUnionEstablished } from './union/on-union-established.ts';
import { onUnionRenamed } from './union/on-union-renamed.ts';

/** Everything membership does. */
export const parts: ServiceParts<Own, typeof MembershipServiceService> = {
  name: 'membership',
  definition: MembershipServiceService,
  methods: {
    applyToJoin,
    approveApplication,
    rejectApplication,
    joinBatch,
    createJoinLink,
    openJoinLink,
    retainMembership,
    reactivateMembership,
    endMembership,
    requestTransfer,
    confirmTransfer,
    acceptTransfer,
    refuseTransfer,
    withdrawTransfer,
    getMember,
    listMembers,
    countMembers,
    recountMembers,
    findMembers,
    identifyMember,
    revealMember,
    listMemberAccess,
    getMyRecord,
    listMyAccess,
    requestCorrection,
    listCorrections,
    decideCorrection,
    listTransfers,
    listMemberTasks,
    beginImport,
    putImportPart,
    readImport,
    mapImport,
    commitImport,
    cancelImport,
    undoImport,
    getImport,
    listImports,
    listImportErrors,
    getImportTemplate,
    getImportErrorWorkbook,
    requestExport,
    approveExport,
    listExports,
    getExportFile,
  },
  // In this order within one batch of facts: a union is known before it closes.
  reactions: [keepScope, onUnionEstablished, onUnionRenamed, onUnionClosing, onUnionDissolved],
  check: checkKeys,
  entities: [MembershipSchema, TransferSchema, CorrectionSchema],
  migrations: [
    members,
    finding,
    rowSecurity,
    files,
    dueDates,
    consent,
    knownMembers,
    reach,
    waiting,
  ],
};
