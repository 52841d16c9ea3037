import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { COUNTY } from './money.ts';
import {
  closeDesks,
  complaints,
  openDesks,
  act,
  apis,
  ask,
  chooseUnion,
  chromium,
  entrust,
  federation,
  fillAll,
  go,
  look,
  materials,
  mill,
  papers,
  pay,
  people,
  pictures,
  report,
  SCHEME,
  state,
  today,
  year,
} from './mutual-aid-desks.ts';

// Mutual aid at its desks: a plan with its terms, a list of people with a row that is wrong, the premium; two claims, of
// which one tries the other's invoice; three persons, a batch to the bank out of the premiums, and the bank's answer.

describe.runIf(chromium !== '')('mutual aid', () => {
  let plan = '';
  let claim = '';

  beforeAll(openDesks);
  afterAll(closeDesks);

  test('a plan from its draft to its cover: a list row by row, the premium once', async () => {
    const page = await go('clerk', '/mutual-aid?view=plans');
    await page.getByText('没有互助方案').waitFor();
    await act(page, '起草方案', async (dialog) => {
      await fillAll(dialog, {
        方案名称: '职工住院医疗互助',
        期次: '第五期',
        '每人保费（元）': '60',
        参保开始: today,
        参保截止: today,
        保障期开始: today,
        保障期结束: `${year + 1}-12-31`,
        条款生效日期: today,
        依据文件: '合成县职工医疗互助办法',
        分段比例: '5,000 30\n10000 35\n20000 40\n30000 45\n以上 50',
        '最低给付（元）': '200',
        '每期封顶（元）': '50000',
      });
    });
    await page.waitForURL(/mutual-aid\/[0-9a-f-]{36}/);
    plan = new URL(page.url()).pathname;
    await act(page, '公布方案');
    await act(page, '开放参保');
    const rows = [...people, { name: '赵六', idNumber: '320' }];
    const listing = await ask(page, '上传参保名单', async (dialog) => {
      await chooseUnion(dialog, '所在工会');
      const lines = rows.map(({ name, idNumber }) => `${name},${idNumber},职工`);
      await dialog
        .getByLabel('选择文件（CSV 或文本）')
        .setInputFiles({ ...papers, name: '名单.csv', buffer: Buffer.from(lines.join('\r\n')) });
      await dialog.getByText('读到 3 人').waitFor();
    });
    await listing.getByText('第 3 行 赵六 身份证号位数或字符不对').waitFor();
    await page.screenshot({ path: path.join(pictures, 'mutual-aid-listing.png') });
    await listing.getByRole('button', { name: '知道了' }).click();
    const finance = await go('finance', plan);
    await finance.getByRole('button', { name: mill.name }).click();
    await act(finance, '登记保费到账', (dialog) =>
      dialog.getByLabel('收据或流水号').fill('互助收〔2026〕1号'),
    );
    await finance.locator('.ant-drawer').getByText('保障中').waitFor();
    await act(await go('clerk', plan), '开始保障');
    await state(page, '保障中');
    expect(await page.locator('.facts').first().innerText()).toContain('120.00');
    await look(page, 'mutual-aid-plan');
  });

  test('two claims: an invoice is used once, an account of two is warned of, two persons look', async () => {
    claim = await report(plan, people[0] as (typeof people)[number]);
    const page = await go('clerk', claim);
    await act(page, '提交材料', materials());
    const other = await report(plan, people[1] as (typeof people)[number]);
    const refused = await ask(page, '提交材料', materials());
    await refused.getByText('该发票已用于其他申请').waitFor();
    await refused.getByLabel('发票号码').fill('32060120260409000999');
    await refused.getByRole('button', { name: '提交材料', exact: true }).click();
    await refused.waitFor({ state: 'detached' });
    await page.getByText('使用同一收款账户，付款前请核对').waitFor();
    await act(page, '不予给付', (dialog) =>
      dialog.getByLabel('理由').selectOption({ label: '材料虚假' }),
    );
    await state(page, '不予给付');
    expect(new URL(page.url()).pathname).toBe(other);
    await go('clerk', '/mutual-aid');
    await look(page, 'mutual-aid-queue');
    await go('clerk', claim);
    await act(page, '初审通过');
    await state(page, '待复审');
    expect(await page.getByRole('button', { name: '复审通过' }).isDisabled()).toBe(true);
    await page.getByText('“复审通过”须由他人办理').waitFor();
    const chair = await go('chair', claim);
    await act(chair, '复审通过');
    await act(await go('clerk', claim), '计算给付');
    await page.locator('tfoot').getByText('2,550.00').waitFor();
    await act(page, '查看病情资料', (dialog) => dialog.getByLabel('具体理由').fill('核对出院小结'));
    await page.getByText('合成诊断甲').waitFor();
    await go('chair', claim);
    await act(chair, '批准给付');
    await state(chair, '待付款');
    await look(chair, 'mutual-aid-claim');
  });

  test('a batch is paid out of the premiums, no more than there are, and paid is what the bank says', async () => {
    const page = await go('clerk', claim);
    await page.getByRole('link', { name: '去批量付款' }).click();
    const from = async (dialog: Locator) => {
      await dialog.getByLabel('付款账户').selectOption({ index: 0 });
      await fillAll(dialog, { 代管项目代码: SCHEME, 文号: '互助〔2026〕1号' });
    };
    await page.getByText('已选 1 件').waitFor();
    await look(page, 'mutual-aid-pay');
    await act(page, '提交付款', from);
    await page.waitForURL(/payouts/);
    // Nothing was entrusted yet: the union's own money is not taken for it.
    await page.getByText('资金余额不足').waitFor({ timeout: 30_000 });
    await entrust('1200000');
    await act(page, '重新提出', () => Promise.resolve());
    await page.getByRole('link', { name: '查看付款单' }).waitFor({ timeout: 30_000 });
    await look(page, 'mutual-aid-payout');
    const payoutId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    const { paymentId } = await apis.clerk.get<{ paymentId: string }>(
      `/welfare-payouts/${payoutId}`,
    );
    await pay(paymentId, '255000');
    const claimId = /[0-9a-f-]{36}/.exec(claim)?.[0] ?? '';
    await eventually(
      async () =>
        expect(await apis.clerk.get(`/mutual-aid-claims/${claimId}`)).toMatchObject({
          state: 'PAID',
          payoutState: 'PAID',
        }),
      { timeoutMs: 30_000 },
    );
    await go('clerk', claim);
    await state(page, '已付款');
    await page.getByRole('link', { name: '查看付款' }).click();
    await page.getByText('2,550.00').first().waitFor();
  });

  test('in English only what people wrote is Chinese; the books add up', async () => {
    const page = await go('clerk', claim);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('How the sum is made').waitFor();
    const written = ['职工住院医疗互助', '第五期', mill.name, '李*明', '李**', '中文'];
    const names = [...written, '合成县职工医疗互助办法', '高邮市总工会', '高邮市'];
    expect(chineseIn(await words(page), names)).toEqual([]);
    await go('clerk', plan);
    await page.getByText('Payout ratio').waitFor();
    expect(chineseIn(await words(page), [...names, '互助收〔2026〕1号'])).toEqual([]);
    await look(page, 'mutual-aid-plan-en');
    // The browser itself complains of the invoice that was refused.
    expect(complaints().filter((one) => !one.includes('422'))).toEqual([]);
    expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
  });
});
