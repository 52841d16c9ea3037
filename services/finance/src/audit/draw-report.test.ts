import { expect, test } from 'vitest';
import { drawReport } from './draw-report.ts';
import type { Block } from './report-text.ts';
import { reportBlocks, type ReportParts } from './report-text.ts';

const about = { title: '审计报告', author: '合成县总工会', on: '2026-03-20' };
const long = '根据年度审计计划，对该工会（含所属单位）的收支进行了审查。'.repeat(40);
const blocks: Block[] = [
  { as: 'title', text: '审计报告' },
  { as: 'facts', rows: [['审计期间', '2026-01 至 2026-03']] },
  { as: 'text', text: long },
];
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

test('the same blocks and date are the same bytes; others are not', async () => {
  const first = await drawReport(blocks, about);
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await drawReport(blocks, about)).equals(first)).toBe(true);
  expect((await drawReport(blocks, { ...about, on: '2026-03-21' })).equals(first)).toBe(false);
});

test('what does not fit on a page goes on to the next, and nothing else makes one', async () => {
  expect(pagesOf(await drawReport(blocks, about))).toBe(1);
  const more: Block[] = [...blocks, { as: 'text', text: long }, { as: 'text', text: long }];
  expect(pagesOf(await drawReport(more, about))).toBe(3);
});

const parts: ReportParts = {
  audit: {
    auditId: 'a',
    unionId: 'u',
    unionName: '合成县总工会',
    kind: 'DOWNWARD',
    title: '年度审计',
    periodFrom: '2025-01',
    periodTo: '2025-12',
    basis: '计划',
    auditors: ['a-1', 'a-2'],
    firmName: '示范会计师事务所',
    firmUscc: '91329999MA0000001H',
    followsAuditId: '',
    scopeKind: '',
    scopeCode: '',
    auditorNode: '',
    auditorNodeName: '',
    state: 'DRAFTED',
    notifiedOn: '2026-03-01',
    entryOn: '2026-03-04',
    enteredOn: '2026-03-04',
    draftedOn: '2026-03-09',
    commentsDueOn: '2026-03-19',
    commentedOn: '',
    comment: '',
    reportedOn: '',
    decidedOn: '',
    decisionNo: '',
    closedOn: '',
    summary: '基本合规。',
    opinion: '',
    findings: 1,
    findingsSettled: 0,
    findingsClosed: 0,
    problemFen: 123_456_789,
    correctedFen: 0,
    version: 4,
  },
  papers: [{ seq: 1, title: '抽查', conclusion: '相符' }],
  samples: [
    {
      subject: 'VOUCHER',
      method: 'RANDOM',
      seed: 's-1',
      thresholdFen: 0n,
      populationCount: 10n,
      populationFen: 1_000n,
      sampleCount: 2,
      sampleFen: 200n,
    },
  ],
  findings: [
    {
      seq: 1,
      category: 'DUPLICATE_PAYMENT',
      title: '重复支付',
      amountFen: 123_456_789,
      clause: '第十七条',
      cause: '重复录入',
      responsiblePost: '财务岗',
      suggestion: '追回',
      voucherNo: 42,
    },
  ],
};
const textOf = (of: readonly Block[]) =>
  of.map((one) => (one.as === 'facts' ? one.rows.flat().join('|') : one.text)).join('\n');

test('a draft says so; a report says its opinion; both say what was found and how it was sought', () => {
  const draft = textOf(reportBlocks(parts));
  const said = ['征求意见稿', '1,234,567.89 元', '重复支付', '第 42 号', '种子 s-1', '第十七条'];
  for (const text of [...said, '示范会计师事务所（91329999MA0000001H）', '征求意见至 2026-03-19'])
    expect(draft).toContain(text);
  expect(draft).not.toContain('审计意见');
  const audit = { ...parts.audit, reportedOn: '2026-03-20', opinion: '限期整改。' };
  const report = textOf(reportBlocks({ ...parts, audit }));
  expect(report).toContain('限期整改。');
  expect(report).toContain('期限内未提出意见。');
  expect(report).not.toContain('征求意见稿');
});

test('nothing found is said as well', () => {
  expect(textOf(reportBlocks({ ...parts, findings: [] }))).toContain('未发现应当整改的问题。');
});
