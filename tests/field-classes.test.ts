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
    // The person who maps columns must see what is in them; the file is his own.
    'BeginImport cells',
    'CancelImport cells',
    'CommitImport cells',
    'CreateJoinLink token',
    // Bytes like those of any file; no names are in it.
    'ExportAuditPackage content',
    // Of a book: legs and what accounts hold, and no person.
    'ExportBook content',
    // Of an audit: what was found, and no person.
    'GetAuditReport content',
    'GetExportFile content',
    'GetImport cells',
    'GetImportErrorWorkbook content',
    'GetImportTemplate content',
    // Of the member himself.
    'GetMyRecord id_number',
    // For the bank; taken by a cashier, logged.
    'GetPaymentFile content',
    'ListImports cells',
    'MapImport cells',
    'OpenJoinLink token',
    'PutImportPart cells',
    'ReadImport cells',
    // For a reason, logged, within a budget.
    'RevealMember id_number',
    'UndoImport cells',
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
