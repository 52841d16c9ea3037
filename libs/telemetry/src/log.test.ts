import { refused } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { createLog, type Logger } from './log.ts';

const name = '欧阳明月';
const idNumber = '110101199003070134';
const phone = '13800138000';

/** As pg throws it: message and detail quote what was typed in. */
class DatabaseError extends Error {
  override name = 'error';
  code = '23505';
  constraint = 'person_id_number_key';
  detail = `Key (id_number)=(${idNumber}) already exists.`;
}
const quoting = () => new DatabaseError(`duplicate key: ${name} ${idNumber} ${phone}`);

function written(write: (log: Logger) => void): string {
  let lines = '';
  write(createLog({ node: '320500' }, 'trace', { write: (line) => void (lines += line) }));
  return lines;
}

const slips: [how: string, write: (log: Logger) => void][] = [
  ['under a key that nobody allowed', (log) => log.info({ name, idNumber, phone }, 'x')],
  ['inside an object under an allowed key', (log) => log.info({ reason: { name, phone } }, 'x')],
  ['inside a list under an allowed key', (log) => log.info({ count: [name, phone] }, 'x')],
  ['in an error', (log) => log.warn({ err: quoting() }, 'x')],
  ['in an error without words of ours', (log) => log.warn({ err: quoting() })],
  ['in an error that is logged by itself', (log) => log.error(quoting())],
  ['in an error that is logged by itself, with words', (log) => log.error(quoting(), 'x')],
  [
    'in the cause of an error',
    (log) => log.warn({ err: new Error('x', { cause: quoting() }) }, 'x'),
  ],
  ['in the details of a refusal', (log) => log.warn({ err: refused('NO', { name, phone }) }, 'x')],
  [
    'in a message that looks like a stack',
    (log) => log.warn({ err: new Error(`x\n    at ${name} ${phone} (${idNumber}:1)`) }, 'x'),
  ],
  ['thrown as a text', (log) => log.warn({ err: name + idNumber + phone }, 'x')],
  [
    'as the code of an error',
    (log) => log.warn({ err: Object.assign(new Error('x'), { code: `${name} ${phone}` }) }, 'x'),
  ],
  ['put into the words', (log) => log.info('%s has %s', name, phone)],
  ['put into the words behind an object', (log) => log.info({ count: 1 }, 'of %s', name + phone)],
  ['after the words', (log) => log.info('x', { name, phone } as never)],
  ['in what a child log adds', (log) => log.child({ name, actor: { phone } }).info('x')],
  ['as the id of an account', (log) => log.warn({ account: `${name} ${phone}` }, 'x')],
  ['in the message of an object', (log) => log.info({ msg: name + phone, count: 1 })],
];

test.each(slips)('a name, an ID number and a phone are not written: %s', (_, write) => {
  const line = written(write);
  expect(line).not.toBe('');
  for (const secret of [name, idNumber, phone, JSON.stringify(name).slice(1, -1)]) {
    expect(line).not.toContain(secret);
  }
});

test('an error is written as its kind, its code and its place', () => {
  const line = JSON.parse(
    written((log) => log.warn({ err: quoting(), attempt: 3 }, 'a try failed')),
  );
  expect(line).toMatchObject({
    node: '320500',
    level: 40,
    msg: 'a try failed',
    attempt: 3,
    err: { type: 'error', code: '23505' },
  });
  expect(line.err.at[0]).toContain('log.test.ts');
});

test('an account is written by its id alone, whatever else a key is given', () => {
  const account = '0198a5c0-3b1e-7a10-8c2d-000000000021';
  const accounts = [account, 'wang.haiyan', [account], { id: account }, 7];
  const lines = accounts.map((one) => written((log) => log.warn({ account: one }, 'x')));
  const kept = lines.map((line) => JSON.parse(line).account);
  expect(kept).toEqual([account, ...Array.from({ length: 4 }, () => '[withheld]')]);
});

test('allowed keys are written as they are, also those of a child, and a long text is cut', () => {
  const line = JSON.parse(
    written((log) =>
      log
        .child({ service: 'sync' })
        .child({ attempt: 2 })
        .info({ stream: 's', path: 'p'.repeat(500) }, 'x'),
    ),
  );
  expect(line).toMatchObject({ service: 'sync', attempt: 2, stream: 's' });
  expect(line.path.length).toBeLessThan(250);
});
