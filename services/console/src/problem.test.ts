import { expect, test } from 'vitest';
import { problemOf } from './problem.ts';

test('a refusal is read from its problem document', async () => {
  const body = {
    title: '无权',
    code: 'PERMISSION_MISSING',
    details: { duty: 'clerk' },
    traceId: 't',
  };
  const problem = await problemOf(new Response(JSON.stringify(body), { status: 403 }));
  expect(problem).toMatchObject({ status: 403, message: '无权', code: 'PERMISSION_MISSING' });
  expect(problem.details).toEqual({ duty: 'clerk' });
});

test('a refusal by something on the way has its status and nothing else', async () => {
  const problem = await problemOf(new Response('<html>', { status: 502 }));
  expect(problem).toMatchObject({ status: 502, message: '', code: '' });
});
