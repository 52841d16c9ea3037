import { newId } from '@gonglian/kernel/id.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { isWorkingDay } from '@gonglian/kernel/working-days.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusedWith } from '../payment/scene.ts';
import { ago, auditor, startAudits, step, type AuditScene } from './scene.ts';
import { SCAN_RULES } from './scan.ts';

let scene: AuditScene;
let auditId: string;
beforeAll(async () => {
  scene = await startAudits();
  const unionId = await scene.paidUnion();
  await scene.documentTwice(unionId);
  ({ auditId } = await scene.entered(unionId));
});
afterAll(() => scene.service.stop());

const ask = { subject: 'PAYMENT_LINE', method: 'RANDOM', size: 3, thresholdFen: 0n, seed: '' };
const draw = (over: object = {}, caller: object = auditor) =>
  scene.service.call('drawSample', { auditId, ...ask, ...over }, caller);
async function itemsOf(sampleId: string): Promise<string[]> {
  const page = { auditId, sampleId, cursor: '', limit: 100 };
  const { items } = await scene.service.call('listSampleItems', page, auditor);
  return items.map(({ lineId, voucherNo, amountFen }) => `${lineId}/${voucherNo}/${amountFen}`);
}

test('the same seed draws the same sample, and another seed another', async () => {
  const one = await draw({ seed: '2026-A' });
  expect(one).toMatchObject({ populationCount: 6n, populationFen: 700_100n, sampleCount: 3 });
  const drawn = await itemsOf(one.sampleId);
  expect(await itemsOf((await draw({ seed: '2026-A' })).sampleId)).toEqual(drawn);
  const others = await Promise.all(
    ['b', 'c', 'd', 'e'].map(async (seed) => itemsOf((await draw({ seed })).sampleId)),
  );
  expect(others.some((other) => other.join() !== drawn.join())).toBe(true);
  // Without a seed one is made, and kept: with it anybody draws the same.
  const { seed, sampleId } = await draw();
  expect(await itemsOf((await draw({ seed })).sampleId)).toEqual(await itemsOf(sampleId));
});

test('the greatest, and all above a threshold', async () => {
  const top = await draw({ method: 'TOP_N', size: 2 });
  expect(top).toMatchObject({ seed: '', sampleCount: 2, sampleFen: 400_000n });
  const above = { method: 'ALL_ABOVE', size: 0, thresholdFen: 50_050n };
  expect(await draw(above)).toMatchObject({ sampleCount: 4, sampleFen: 600_000n });
  await expect(draw({ ...above, thresholdFen: 200_000n })).rejects.toThrow(
    refusedWith('SAMPLE_EMPTY'),
  );
  // One receipt, six payments and three by hand.
  const vouchers = await draw({ subject: 'VOUCHER', method: 'TOP_N', size: 1 });
  expect(vouchers).toMatchObject({ populationCount: 10n, sampleFen: 1_000_000n });
  const { samples } = await scene.service.call('getAudit', { auditId }, auditor);
  expect(samples.at(-1)).toEqual(vouchers);
});

test.each([
  ['a size beside a threshold', { method: 'ALL_ABOVE', size: 3 }],
  ['no size', { size: 0 }],
  ['a threshold beside a size', { thresholdFen: 1n }],
  ['a seed of what is not random', { method: 'TOP_N', seed: 'a' }],
  ['too many', { size: 2_001 }],
])('%s is invalid', async (_, over) => {
  await expect(draw(over)).rejects.toThrow(expect.objectContaining({ kind: 'invalid' }));
});

test('nobody else draws, and nobody in another place sees', async () => {
  await expect(draw({}, { duty: 'finance' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const notFound = expect.objectContaining({ kind: 'not_found' });
  await expect(draw({}, { ...auditor, scope: newId() })).rejects.toThrow(notFound);
  await expect(itemsOf(newId())).rejects.toThrow(notFound);
  const hits = { auditId, scanId: newId(), cursor: '', limit: 1 };
  await expect(scene.service.call('listScanHits', hits, auditor)).rejects.toThrow(notFound);
  await expect(scene.service.call('listScanHits', hits, { duty: 'finance' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const once = await draw({ seed: 'k' }, { ...auditor, key });
  expect(await draw({ seed: 'k' }, { ...auditor, key })).toEqual(once);
  await expect(draw({ seed: 'l' }, { ...auditor, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(
    scene.service.sql`update audit_sample set seed = 'x' where audit_id = ${auditId}`,
  ).rejects.toThrow('is kept');
});

const run = (rule: string) => scene.service.call('runScan', { auditId, rule }, auditor);
const hitsOf = async (scanId: string) =>
  (await scene.service.call('listScanHits', { auditId, scanId, cursor: '', limit: 100 }, auditor))
    .items;

test('each rule runs over what is in the books', async () => {
  const resting = isWorkingDay(chinaDate(new Date())) ? 0 : 3;
  const counts: Record<string, number> = {};
  for (const rule of SCAN_RULES) counts[rule] = (await run(rule)).hitCount;
  expect(counts).toEqual({
    DUPLICATE_PAYEE: 6,
    DUPLICATE_ACCOUNT: 0,
    DUPLICATE_DOCUMENT: 2,
    SPLIT_UNDER_LIMIT: 0,
    WEEKEND_POSTING: resting,
    ROUND_AMOUNT: 0,
    OVER_STANDARD: 0,
    NOT_ON_FILE: 0,
    NO_PUBLICITY: 0,
    EMERGENCY_UNDECIDED: 0,
    BENFORD: 0,
  });
  const { scans } = await scene.service.call('getAudit', { auditId }, auditor);
  expect(scans.map(({ rule }) => rule).toSorted()).toEqual(SCAN_RULES.toSorted());
  expect(scans.find(({ rule }) => rule === 'BENFORD')).toMatchObject({
    outcome: 'TOO_FEW',
    examined: 10n,
  });
});

test('two vouchers of one document are one group, and their sum is told', async () => {
  const { scanId } = await run('DUPLICATE_DOCUMENT');
  expect(await hitsOf(scanId)).toMatchObject([
    { groupNo: 1, voucherNo: 9n, amountFen: 100n, againstFen: 200n },
    { groupNo: 1, voucherNo: 10n, amountFen: 100n, againstFen: 200n },
  ]);
});

test('a hit becomes a finding by one command, once', async () => {
  const { scanId } = await run('DUPLICATE_PAYEE');
  const [hit] = await hitsOf(scanId);
  if (!hit) throw new Error('no hit');
  const raised = await scene.raise(auditId, { hitId: hit.hitId, amountFen: 0n });
  expect(raised).toMatchObject({
    rule: 'DUPLICATE_PAYEE',
    lineId: hit.lineId,
    voucherNo: hit.voucherNo,
    amountFen: hit.amountFen,
  });
  expect((await hitsOf(scanId))[0]).toMatchObject({ findingId: raised.findingId });
  await expect(scene.raise(auditId, { hitId: hit.hitId })).rejects.toThrow(
    refusedWith('AUDIT_HIT_TAKEN'),
  );
  await expect(scene.raise(auditId, { hitId: newId() })).rejects.toThrow(
    refusedWith('AUDIT_HIT_UNKNOWN', 'not_found'),
  );
});

test('a list of refunds that nobody was shown', async () => {
  const { sql } = scene.service;
  const [{ unionId } = { unionId: '' }] = await sql<{ unionId: string }>`
    select union_id as "unionId" from audit where id = ${auditId}`;
  const [shown, hidden] = [newId(), newId()];
  const month = `${ago(0).slice(0, 4)}-01`;
  for (const [refundId, on] of [
    [shown, ago(30)],
    [hidden, null],
  ] as const) {
    await sql`
      insert into refund_run (id, period_from, period_to, state, limit_fen, document_no, made_by,
        made_at, published_on, publicity_ends_on)
      values (${refundId}, ${month}, ${month}, 'APPROVED', 1000000, '文', 'm', now(), ${on}, ${on})`;
    await sql`
      insert into refund_line (refund_id, union_id, yearly_mean_fen, surrendered_fen, refund_fen,
        county_fen, city_fen, province_fen, national_fen)
      values (${refundId}, ${unionId}, 100, 100, 100, 100, 0, 0, 0)`;
  }
  const { scanId, hitCount, examined } = await run('NO_PUBLICITY');
  expect({ hitCount, examined }).toEqual({ hitCount: 1, examined: 2n });
  expect(await hitsOf(scanId)).toMatchObject([{ recordId: hidden, amountFen: 100n }]);
});

async function reportOf(id: string): Promise<Buffer> {
  const token = await scene.service.token(auditor);
  const pieces: Buffer[] = [];
  const client = scene.service.client({ deadlineMs: 30_000 });
  for await (const { content } of client.getAuditReport({ auditId: id }, { token }))
    pieces.push(content);
  return Buffer.concat(pieces);
}

test('the report is a PDF, and the same bytes before and after the decision', async () => {
  await expect(reportOf(auditId)).rejects.toThrow(refusedWith('AUDIT_STATE_WRONG'));
  const { audit } = await scene.service.call('getAudit', { auditId }, auditor);
  if (!audit) throw new Error('no audit');
  const drafted = await scene.service.call(
    'draftAudit',
    {
      ...step(await withPaper(audit)),
      draftedOn: ago(30),
      summary: '经费收支（含帮扶）基本合规。',
    },
    auditor,
  );
  const draft = await reportOf(auditId);
  expect(draft.subarray(0, 5).toString()).toBe('%PDF-');
  const reported = await scene.service.call(
    'reportAudit',
    { ...step(drafted), reportedOn: ago(19), opinion: '限期整改。' },
    auditor,
  );
  const final = await reportOf(auditId);
  expect(final.equals(draft)).toBe(false);
  const decision = { decidedOn: ago(15), decisionNo: '合工经审〔2026〕1号' };
  await scene.service.call('decideAudit', { ...step(reported), ...decision }, auditor);
  expect((await reportOf(auditId)).equals(final)).toBe(true);
});

async function withPaper<T>(audit: T): Promise<T> {
  const paper = { auditId, title: '抽查', auditProcedure: '核对', conclusion: '相符' };
  await scene.service.call('addWorkingPaper', { ...paper, documentSha256: '' }, auditor);
  return audit;
}
