// The descriptor image and the generated code come from one source; this notices when only one of
// them was made anew.

import { expect, test } from 'vitest';
import {
  commentOf,
  facts,
  fieldClass,
  operations,
  registry,
  types,
} from '@gonglian/contracts/descriptors.ts';
import { CompetitionsServiceService } from '@gonglian/contracts/gen/gonglian/competitions/v1/api.ts';
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { OrganisationServiceService } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { SyncServiceService } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { WelfareServiceService } from '@gonglian/contracts/gen/gonglian/welfare/v1/api.ts';

test('the image has exactly the methods of the generated code', () => {
  const generated = [
    CompetitionsServiceService,
    FinanceServiceService,
    MembershipServiceService,
    OrganisationServiceService,
    SyncServiceService,
    WelfareServiceService,
  ]
    .flatMap((definition) => Object.entries(definition))
    .map(([name, method]) => `${name} ${method.path}`);
  const described = operations.map((operation) => `${operation.localName} ${operation.rpcPath}`);
  expect(described.toSorted()).toEqual(generated.toSorted());
});

test('an operation carries its HTTP rule, its messages and what is said about it', () => {
  const operation = operations.find(({ name }) => name === 'UncoverEmployer');
  expect(operation).toMatchObject({
    service: 'organisation',
    serviceName: 'gonglian.organisation.v1.OrganisationService',
    rpcPath: '/gonglian.organisation.v1.OrganisationService/UncoverEmployer',
    http: {
      method: 'DELETE',
      path: '/unions/{union_id}/employers/{employer_uscc}',
      params: ['union_id', 'employer_uscc'],
    },
    readsOnly: false,
    request: { name: 'UncoverEmployerRequest' },
    response: { name: 'UnionVersion' },
  });
  expect(operations.find(({ name }) => name === 'DissolveUnion')?.comment).toBe(
    'Refused while the union has active members, sub-units or was not announced as closing.',
  );
});

test('what only asks is known, whatever its method', () => {
  const asksByPost = operations.filter((each) => each.readsOnly && each.http?.method === 'POST');
  expect(asksByPost.map(({ name }) => name)).toEqual([
    'FindMembers',
    'IdentifyMember',
    'RevealMember',
    'FindAccounts',
    'Verify',
    'ShowCaller',
    'ShowMediationApplicant',
    'ShowLegalAidApplicant',
  ]);
});

test('what programs ask of each other is reached over gRPC only', () => {
  const internal = operations.filter(({ http }) => !http).map(({ name }) => name);
  expect(internal.toSorted()).toEqual([
    'AnswerNeighbour',
    'AskNeighbour',
    'EndSession',
    'GetPublicNotice',
    'GetSession',
    'GetStanding',
    'OpenSession',
    'RecountCompetitions',
    'RecountFinance',
    'RecountMembers',
    'RecountUnions',
    'RecountWelfare',
  ]);
});

test('a fact names its service, itself and the field of its entity', () => {
  expect(facts.find(({ name }) => name === 'cell.changed')).toMatchObject({
    service: 'sync',
    subject: 'union_id',
    message: { typeName: 'gonglian.sync.v1.CellChanged' },
  });
  for (const { message, subject } of facts) {
    expect(message.fields.map(({ name }) => name)).toContain(subject);
  }
});

test('fields carry their class and their comment', () => {
  const person = registry.getMessage('gonglian.membership.v1.Person');
  expect(person?.field['idNumber'] && fieldClass(person.field['idNumber'])).toBe('sensitive');
  expect(person?.field['name'] && fieldClass(person.field['name'])).toBe('personal');
  expect(person?.field['sex'] && fieldClass(person.field['sex'])).toBe('internal');
  expect(person?.field['sex'] && commentOf(person.field['sex'])).toBe(
    'male or female; empty: derived from the ID number.',
  );
});

test('every field of every message has a class', () => {
  const messages = types.filter((type) => type.kind === 'message');
  const unclassed = messages.flatMap(({ typeName, fields }) =>
    fields.filter((field) => !fieldClass(field)).map((field) => `${typeName}.${field.name}`),
  );
  expect(unclassed).toEqual([]);
});

test('no fact has a field of a person', () => {
  const named = facts.flatMap(({ message }) => message.fields.map(fieldClass));
  expect(named.filter((each) => each && !['public', 'internal'].includes(each))).toEqual([]);
});

test('the options themselves are not among the types of the services', () => {
  expect(types.map(({ typeName }) => typeName)).not.toContain('gonglian.options.v1.Http');
  expect(types.map(({ typeName }) => typeName)).toContain('gonglian.sync.v1.Cell');
});
