// What the OpenAPI document says of log-in, sessions and duties.

import type { Schema } from '../schema.ts';

type Operation = (operationId: string, summary: string, responses: Schema) => Schema;

const TEXT: Schema = { type: 'string' };
const SESSION_REF: Schema = { $ref: '#/components/schemas/Session' };

const DUTY = {
  dutyId: '0198a5c0-3b1e-7a10-8c2d-000000000003',
  duty: 'clerk',
  scopeUnionId: '0198a5c0-3b1e-7a10-8c2d-000000000002',
  scopeUnionName: '高邮市总工会',
  memberId: '',
  grantedOn: '2026-03-02',
};
const SESSION: Schema = {
  accountId: '0198a5c0-3b1e-7a10-8c2d-000000000001',
  accountNo: 'A-000123',
  displayName: '王芳',
  duties: [DUTY],
  duty: DUTY,
  node: '321084',
  sessionId: '0198a5c0-3b1e-7a10-8c2d-000000000004',
  expiresAt: '2026-03-02T01:30:00.000Z',
};

export const LOG_IN_SCHEMAS: Record<string, Schema> = {
  HeldDuty: {
    type: 'object',
    required: Object.keys(DUTY),
    properties: Object.fromEntries(Object.keys(DUTY).map((name) => [name, TEXT])),
  },
  Session: {
    type: 'object',
    required: Object.keys(SESSION),
    properties: {
      accountId: TEXT,
      accountNo: { ...TEXT, description: 'What one tells an administrator to be given a duty.' },
      displayName: TEXT,
      duties: { type: 'array', items: { $ref: '#/components/schemas/HeldDuty' } },
      duty: {
        description: 'The one that is acted in; null: none is chosen yet.',
        anyOf: [{ $ref: '#/components/schemas/HeldDuty' }, { type: 'null' }],
      },
      node: TEXT,
      sessionId: { ...TEXT, description: 'Empty for a program.' },
      expiresAt: { ...TEXT, description: 'If it is not used any more; empty for a program.' },
    },
  },
};

/** By path; `operation` adds what every operation of the gateway has. */
export function logInPaths(operation: Operation): Record<string, Record<string, Schema>> {
  const session = answer(SESSION_REF, SESSION);
  const logOutUrl = { ...TEXT, type: ['string', 'null'] };
  const loggedOut = { type: 'object', required: ['logOutUrl'], properties: { logOutUrl } };
  const open = { security: [] };
  return {
    '/login': {
      get: {
        ...operation('logIn', 'Sends the browser to the provider', redirect),
        ...open,
        parameters: [inQuery('return_to', 'A path of this node to come back to.')],
      },
    },
    '/login/callback': {
      get: {
        ...operation('finishLogIn', 'Where the provider sends the browser back', redirect),
        ...open,
        parameters: [
          inQuery('code', 'As the provider gave it.'),
          inQuery('state', 'As it was sent.'),
        ],
      },
    },
    '/session': {
      get: operation('whoAmI', 'Whose session this is, and in what duty', session),
      delete: {
        ...operation('logOut', 'Ends the session', answer(loggedOut, { logOutUrl: null })),
        ...open,
      },
    },
    '/session/duty': {
      post: {
        ...operation('chooseDuty', 'Chooses the duty to act in', session),
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', required: ['dutyId'], properties: { dutyId: TEXT } },
              example: { dutyId: DUTY.dutyId },
            },
          },
        },
      },
    },
  };
}

const redirect: Schema = { 302: { description: 'To where it goes on.' } };

function answer(schema: Schema, example: Schema): Schema {
  const content = { 'application/json': { schema, example } };
  return { 200: { description: 'Done.', content } };
}

function inQuery(name: string, description: string): Schema {
  return {
    name,
    in: 'query',
    description,
    schema: TEXT,
    example: name === 'return_to' ? '/' : 'x',
  };
}
