import { chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ago, auditor, startAudits, step, type AuditScene } from '../audit/scene.ts';

let audits: AuditScene;
let unionId: string;
const caller = { duty: 'auditor' } as const;
const month = chinaDate(new Date()).slice(0, 7);
const recount = (cursor = '', limit = 0) =>
  audits.service.call('recountFinance', { cursor, limit }, caller);

beforeAll(async () => {
  audits = await startAudits();
  unionId = await audits.union();
  const decided = await audits.toDecision(await audits.drafted(unionId));
  const closedOn = chinaDate(new Date());
  await audits.service.call('closeAudit', { ...step(decided), closedOn }, auditor);
  const { auditId } = await audits.entered(unionId);
  await audits.raise(auditId);
  await audits.raise(auditId);
});
afterAll(() => audits.service.stop());

const row = (movement: string, count: bigint, more: object = {}) => ({
  unionId,
  month,
  movement,
  auditKind: 'DOWNWARD',
  byFirm: false,
  count,
  amountFen: 0n,
  ...more,
});

test('counts from the records what the facts have told', async () => {
  const { rows, nextCursor } = await recount();
  const reported = row('audit_reported', 1n, { month: ago(19).slice(0, 7) });
  const expected = [
    row('audit_closed', 1n),
    reported,
    row('finding_raised', 2n, { byFirm: false }),
  ];
  expect(rows).toHaveLength(3);
  expect(rows).toEqual(expect.arrayContaining(expected));
  expect(nextCursor).toBe('');
  const told = (await audits.service.outbox()).map(({ fact }) => fact);
  for (const [fact, count] of [
    ['audit.closed', 1],
    ['audit.reported', 1],
    ['finding.raised', 2],
  ]) {
    expect(told.filter((one) => one === fact)).toHaveLength(Number(count));
  }
});

test('goes on behind its cursor, for whoever may recount', async () => {
  const pages = [await recount('', 1)];
  while (pages.at(-1)?.nextCursor) pages.push(await recount(pages.at(-1)?.nextCursor, 1));
  const { rows } = await recount();
  expect(pages.flatMap((page) => page.rows)).toEqual(rows);
  await expect(recount('nobody~2020-01')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  const chair = audits.service.call('recountFinance', { cursor: '', limit: 0 }, { duty: 'chair' });
  await expect(chair).rejects.toMatchObject({ kind: 'forbidden' });
});
