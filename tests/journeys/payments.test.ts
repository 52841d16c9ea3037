import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, phone, words } from './browser.ts';
import { chineseIn } from './console-pages.ts';
import { CITY, COUNTY } from './money.ts';
import {
  acted,
  answered,
  at,
  chromium,
  closeDesks,
  complaints,
  federation,
  look,
  openDesks,
  origin,
  pictures,
  refused,
  today,
  year,
} from './payments-desks.ts';

// Relief for three people: asked for by one, checked by a second, approved on a phone by a third, taken to the bank by a
// fourth; one line fails and is asked for again; the month is reconciled, and the year's money drawn.

/** A line that was matched by itself is taken apart, and matched again by hand. */
async function mendMatch(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'SERIAL-9' });
  await row.getByRole('button', { name: '撤销勾对' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('撤销原因').fill('凭证选错');
  await look(page, 'reconciliation-unmatch');
  await dialog.getByRole('button', { name: '撤销勾对' }).click();
  await row.getByText(/由您撤销过勾对：凭证选错/).waitFor();
  await row.getByRole('button', { name: '勾对', exact: true }).click();
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '勾对' }).click();
  await page.getByText('共 3 笔，已勾对 2 笔').waitFor();
  await row.getByRole('button', { name: '撤销勾对 SERIAL-9' }).waitFor();
}

describe.runIf(chromium !== '')('money out', () => {
  let first = '';
  let second = '';

  beforeAll(openDesks);
  afterAll(closeDesks);

  test('an account is entered, and from then on shown masked', async () => {
    const page = at('finance');
    await open(page, `${origin}/reconciliation`);
    await page.getByText('该工会还没有登记银行账户').waitFor();
    await page.getByText('登记银行账户', { exact: true }).click();
    await page.getByLabel('账户简称').fill('bank-1');
    await page.getByLabel('户名').fill('高邮市总工会');
    await page.getByLabel('账号').fill('32050174883600000123');
    await page.getByLabel('联行号').fill('105312500018');
    await look(page, 'reconciliation-account');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('的对账单还没有导入').waitFor();
    expect(await page.locator('#rec-bank').innerText()).toContain('3205************0123');
  });

  test('a list is typed and pasted; what cannot be meant is named before it is sent', async () => {
    const page = at('clerk');
    await open(page, `${origin}/payments`);
    await page.getByText('还没有付款').waitFor();
    await look(page, 'payments-none');
    await page.getByRole('link', { name: '新建付款申请' }).click();
    await page.getByLabel('事由').fill('三季度困难帮扶');
    await page.getByLabel('付款账户').selectOption('bank-1');
    await page.getByLabel('用途类别').selectOption('RELIEF');
    await page.getByLabel('支出科目').selectOption('50404');
    await page.getByLabel('户名').fill('张三丰');
    await page.getByLabel('账号').fill('6210000000000000009');
    await page.getByLabel('联行号').fill('105312500018');
    await page.getByLabel('用途', { exact: true }).fill('困难职工帮扶');
    await page.getByLabel('对象编号').fill('B-1');
    await page.getByLabel('金额（元）').fill('1,000.005');
    await page.getByRole('button', { name: '添加一笔' }).click();
    await page.getByText('金额应大于零，最多两位小数').waitFor();
    await page.getByLabel('金额（元）').fill('1,000.00');
    await page.getByRole('button', { name: '添加一笔' }).click();
    await page.getByText('从表格粘贴', { exact: true }).first().click();
    const rows = [
      ['个人', '李小明', '6222000000000001234', '105312500018', '2000', '困难职工帮扶', 'B-2'],
      ['个人', '欧阳修', '6222000000000001235', '1053', '500.50', '困难职工帮扶', 'B-3'],
    ];
    const paste = page.locator('#pay-paste');
    await paste.fill(rows.map((row) => row.join('\t')).join('\n'));
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByText('第 2 行：联行号应为 12 位数字').waitFor();
    await look(page, 'payments-request');
    await paste.fill((await paste.inputValue()).replace('\t1053\t', '\t105312500018\t'));
    await page.getByRole('button', { name: '读取' }).click();
    await page.getByText('3 笔 · 3,500.50 元').waitFor();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByRole('heading', { level: 1, name: '三季度困难帮扶' }).waitFor();
    first = page.url();
    await page.getByText('卡号校验位不符').waitFor();
    expect(await page.locator('.lead').innerText()).toContain('3,500.50 元');
    await look(page, 'payments-asked');
  });

  test('three persons sign, the third on a phone; who may not is told why', async () => {
    const finance = at('finance');
    await open(finance, `${origin}/work`);
    await finance.getByRole('link', { name: /付款申请待审核/ }).click();
    await finance.getByRole('link', { name: '三季度困难帮扶' }).click();
    await acted('finance', first, '审核通过');
    await refused('finance', first, '批准付款', '审核人与审批人不能是同一人');
    await look(finance, 'payments-refused');
    const chair = at('chair');
    await chair.setViewportSize(phone);
    await open(chair, `${origin}/work`);
    await chair.getByRole('link', { name: /付款待审批/ }).click();
    await chair.getByRole('link', { name: '三季度困难帮扶' }).click();
    await chair.getByRole('button', { name: '批准付款' }).waitFor();
    await look(chair, 'payments-approve');
    await acted('chair', first, '批准付款');
    await chair.getByText('等待出纳导出').waitFor();
    expect(await chair.locator('.way [aria-current]').innerText()).toContain('导出');
    await refused('finance', first, '导出付款文件', '出纳');
  });

  test('the file is written once, and is the one whose hash is shown', async () => {
    const page = at('supervisor');
    await acted('supervisor', first, '导出付款文件');
    const hash = await page.locator('.payment-hash code').innerText();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载付款文件' }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    expect(bytes.toString()).toContain('6210000000000000009');
    await look(page, 'payments-exported');
    await acted('supervisor', first, '登记已送银行');
    await answered(first, (batch) => [
      `${batch},1,100000,success,${batch}-1,${today},`,
      `${batch},2,200000,success,${batch}-2,${today},`,
      `${batch},3,50050,fail,,,ACCOUNT_CLOSED`,
    ]);
    await page.getByText('账户已销户').waitFor();
    await look(page, 'payments-result');
  });

  test('what failed is asked for again with another account, and paid', async () => {
    const clerk = at('clerk');
    await open(clerk, first);
    await clerk.getByRole('button', { name: '重发失败的' }).click();
    await clerk.getByLabel('新账号').fill('6222000000000005559');
    await look(clerk, 'payments-reissue');
    await clerk.getByRole('dialog').getByRole('button', { name: '重发失败的' }).click();
    await clerk.getByText('原付款').waitFor();
    second = clerk.url();
    expect(second).not.toBe(first);
    await acted('finance', second, '审核通过');
    await acted('chair', second, '批准付款');
    await acted('supervisor', second, '导出付款文件');
    await acted('supervisor', second, '登记已送银行');
    await answered(second, (batch) => [`${batch},1,50050,success,SERIAL-9,${today},`]);
  });

  test('the statement: one line matches by itself, one is two vouchers, the balances agree', async () => {
    const page = at('finance');
    const file = path.join(federation.home, '对账单.csv');
    const lines = [`${today},-3000.00,,批量代发`, `${today},-500.50,SERIAL-9,代发`];
    const fee = `${today},-15.00,FEE-1,手续费`;
    writeFileSync(file, ['posted_on,amount,serial,purpose', ...lines, fee].join('\n'));
    await open(page, `${origin}/reconciliation`);
    await page.getByLabel('期初余额').fill('17,000.00');
    await page.getByLabel('期末余额').fill('13,484.51');
    await page.getByLabel('对账单文件').setInputFiles(file);
    await page.getByRole('button', { name: '导入并勾对' }).click();
    await page.getByText('对账单期初加发生额不等于期末').waitFor();
    await look(page, 'reconciliation-refused');
    await page.getByLabel('期末余额').fill('13,484.50');
    await page.getByRole('button', { name: '导入并勾对' }).click();
    await page.getByText('共 3 笔，已勾对 1 笔').waitFor();
    await page
      .getByRole('row')
      .filter({ hasText: '批量代发' })
      .getByRole('button', { name: '勾对' })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').nth(0).check();
    await dialog.getByRole('checkbox').nth(1).check();
    await look(page, 'reconciliation-match');
    await dialog.getByRole('button', { name: '勾对' }).click();
    await page.getByText('共 3 笔，已勾对 2 笔').waitFor();
    await page.getByText('调节后余额相符').waitFor();
    await look(page, 'reconciliation-sheet');
    await mendMatch(page);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: path.join(pictures, 'reconciliation-print.png') });
    await page.emulateMedia({ media: null });
    for (const address of [first, second]) {
      await acted('finance', address, '办结');
      await page.locator('.lead').getByText('已办结').waitFor();
      expect(await page.locator('.way .way-passed').count()).toBe(7);
    }
    await look(page, 'payments-closed');
  });

  test('the year’s money is drawn, and each flow leads to its vouchers', async () => {
    const page = at('finance');
    await open(page, `${origin}/flows?year=${year}`);
    await page.locator('.flow-picture svg').waitFor();
    await look(page, 'flows');
    const row = page.getByRole('row').filter({ hasText: '50404' });
    expect(await row.locator('.figure').allInnerTexts()).toEqual(['3', '3,500.50']);
    const sums = page.getByRole('region', { name: '各资金池收支平衡' }).locator('tfoot .figure');
    expect(await sums.allInnerTexts()).toEqual(['0.00', '20,000.00', '6,500.50', '13,499.50']);
    await row.getByRole('button').click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('row').nth(3).waitFor();
    await look(page, 'flows-vouchers');
    await panel.getByRole('link').first().click();
    await page.getByText(/记字第 \d+ 号/).waitFor();
  });

  test('a band is a link too, by mouse', async () => {
    const page = at('finance');
    await open(page, `${origin}/flows?year=${year}`);
    const bands = page.locator('.flow-picture svg path');
    await bands.first().waitFor();
    const shape = await bands.first().boundingBox();
    if (!shape) throw new Error('no band is drawn');
    await page.mouse.click(shape.x + shape.width / 2, shape.y + shape.height / 2);
    await page.waitForURL(/flow=|\/books/);
    expect(page.url()).not.toBe(`${origin}/flows?year=${year}`);
  });

  test('all of it in English', async () => {
    const page = at('finance');
    const names = [
      '高邮市总工会',
      '三季度困难帮扶',
      '困难职工帮扶',
      '手续费',
      '批量代发',
      '代发',
      '凭证选错',
      '简体中文',
    ];
    const pages = {
      'payments-en': `${origin}/payments`,
      'payment-en': first,
      'payments-request-en': `${origin}/payments/new`,
      'reconciliation-en': `${origin}/reconciliation`,
      'flows-en': `${origin}/flows?year=${year}`,
    };
    await open(page, origin);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    for (const [name, address] of Object.entries(pages)) {
      await open(page, address);
      await look(page, name);
      const left = chineseIn(await words(page), names);
      expect({ name, left: left.filter((text) => !/^付款 |\*/.test(text)) }).toEqual({
        name,
        left: [],
      });
    }
  });

  test('nothing else was complained of, and the books of both nodes add up', async () => {
    expect(complaints()).toEqual([]);
    const nodes = ['--nodes', `${CITY},${COUNTY}`];
    expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
  });
});
