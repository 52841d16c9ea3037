import type { DescField, DescMessage } from '@bufbuild/protobuf';
import { commentOf, fieldClass, operations, types } from '@gonglian/contracts/descriptors.ts';
import { expect, test } from 'vitest';

// What the classes of fields promise, over every operation: where the whole values of persons leave a node, and how.

interface Found {
  path: string;
  field: DescField;
  message: DescMessage;
}

function fieldsOf(message: DescMessage, path = message.name, seen: DescMessage[] = []): Found[] {
  if (seen.includes(message)) return [];
  return message.fields.flatMap((field) => {
    const here = `${path}.${field.name}`;
    const below = field.message ? fieldsOf(field.message, here, [...seen, message]) : [];
    return [{ path: here, field, message }, ...below];
  });
}

const overHttp = operations.filter(({ http }) => http);
const guarded = (field: DescField) => ['sensitive', 'secret'].includes(fieldClass(field) ?? '');

test('the whole value of a sensitive field leaves by these doors only', () => {
  const doors = overHttp.flatMap(({ name, response }) =>
    fieldsOf(response)
      .filter(({ field }) => guarded(field) && !field.name.endsWith('_masked'))
      .map(({ field }) => `${name} ${field.name}`),
  );
  expect([...new Set(doors)].toSorted()).toEqual([
    // What a paper shows, to whoever brought it and to the desk.
    'AddAttachment kind',
    // The person who maps columns must see what is in them; the file is his own.
    'BeginImport cells',
    'CancelImport cells',
    // Of a step of a household’s file; empty but where the worker reads his own.
    'CloseHardshipFile note',
    // What is said against a notice, to the desk that answers it.
    'CloseNoticeObjection outcome',
    'CloseNoticeObjection summary',
    'CommitImport cells',
    'ConfirmHardshipFile note',
    'CreateJoinLink token',
    'DecideHardshipExit note',
    'DecideHardshipFile note',
    'DeclareHousehold note',
    // Bytes like those of any file; no names are in it.
    'ExportAuditPackage content',
    // Of a book: legs and what accounts hold, and no person.
    'ExportBook content',
    // A paper, to the desk for a reason, and to whose it is; logged.
    'GetAttachmentFile content',
    // Of an audit: what was found, and no person.
    'GetAuditReport content',
    'GetExportFile content',
    // Why his file was returned or refused, to the worker himself.
    'GetHardshipFile note',
    'GetImport cells',
    'GetImportErrorWorkbook content',
    'GetImportTemplate content',
    // Of the member himself.
    'GetMyRecord id_number',
    // Not to whoever audits.
    'GetNotice outcome',
    'GetNotice summary',
    // For the bank; taken by a cashier, logged.
    'GetPaymentFile content',
    'ListAttachments kind',
    'ListHardshipFiles note',
    'ListImports cells',
    'ListNotices outcome',
    'ListNotices summary',
    'MapImport cells',
    'ObjectToNotice outcome',
    'ObjectToNotice summary',
    'OpenHardshipFile note',
    'OpenHardshipVerification note',
    'OpenJoinLink token',
    'ProposeHardshipExit note',
    'PublishHardshipFile note',
    'PublishNotice outcome',
    'PublishNotice summary',
    'PutImportPart cells',
    'ReadImport cells',
    'RecordDataMatch note',
    'RecordDemocraticReview note',
    'RecordHardshipFollowUp note',
    'RecordHomeVisit note',
    // Health, family and means of a household: to the desk alone, for a reason, logged.
    'RevealHardshipFile amount_fen',
    'RevealHardshipFile assessments',
    'RevealHardshipFile compensated_fen',
    'RevealHardshipFile declaration',
    'RevealHardshipFile health',
    'RevealHardshipFile illness',
    'RevealHardshipFile income_fen',
    'RevealHardshipFile incomes',
    'RevealHardshipFile loss_basis_points',
    'RevealHardshipFile loss_fen',
    'RevealHardshipFile main_cause',
    'RevealHardshipFile money_kind',
    'RevealHardshipFile note',
    'RevealHardshipFile notes',
    'RevealHardshipFile per_head_month_fen',
    'RevealHardshipFile rigid_expenses',
    'RevealHardshipFile rigid_fen',
    'RevealHardshipFile second_cause',
    // For a reason, logged, within a budget.
    'RevealMember id_number',
    // How ill somebody is, to whoever has to check it; logged with the reason.
    'RevealMutualAidClaim admitted_on',
    'RevealMutualAidClaim days',
    'RevealMutualAidClaim diagnosis',
    'RevealMutualAidClaim discharged_on',
    'RevealMutualAidClaim disease_code',
    'RevealMutualAidClaim health',
    'RevealMutualAidClaim hospital',
    'RevealMutualAidClaim hospital_level',
    'RevealMutualAidClaim self_pay_fen',
    'ReviewHardshipFile note',
    'SubmitHardshipFile note',
    'UndoImport cells',
    'VerifyHardshipFile note',
    'WithdrawHardshipFile note',
    'WithdrawNotice outcome',
    'WithdrawNotice summary',
  ]);
});

test('no address carries what names a person', () => {
  const inAddress = overHttp.flatMap(({ name, http, request }) =>
    request.fields
      .filter((field) => http?.method === 'GET' || http?.params.includes(field.name))
      .filter((field) => !['public', 'internal'].includes(fieldClass(field) ?? ''))
      .map((field) => `${name} ${field.name}`),
  );
  // A poster's code is an address by nature.
  expect(inAddress.toSorted()).toEqual(['OpenJoinLink token']);
});

test('a masked ID number and a birth date are never in one message', () => {
  const messages = types.filter((type) => type.kind === 'message');
  const both = messages.filter((message) => {
    const names = fieldsOf(message).map(({ field }) => field.name);
    return names.includes('id_number_masked') && names.some((name) => name.startsWith('birth'));
  });
  expect(both.map(({ name }) => name)).toEqual([]);
});

test('a masked field is classed as what it masks', () => {
  const masked = types
    .filter((type) => type.kind === 'message')
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => name.endsWith('_masked'));
  expect(masked.length).toBeGreaterThan(3);
  const wrong = masked.filter((field) => ['public', 'internal'].includes(fieldClass(field) ?? ''));
  expect(wrong.map((field) => `${field.parent.name}.${field.name} ${commentOf(field)}`)).toEqual(
    [],
  );
});
