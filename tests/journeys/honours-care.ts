// How a clerk comes from the register of model workers to the list of a month, and what else is done for them.
import type { Page } from 'playwright-core';
import { act, look } from './audit-steps.ts';
import { open } from './browser.ts';

const proof = {
  name: '诊断证明.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('a diagnosis'),
};

/** From the register by the life check to the list; answers what the first one on it is paid. */
export async function payAllowance(clerk: Page): Promise<string> {
  await act(clerk, '登记', async (dialog) => {
    await dialog.getByLabel('本人月均收入').fill('3000');
    await dialog.getByLabel('银行账号').fill('6222020000000000001');
    await dialog.getByLabel('开户行行号').fill('105312500018');
  });
  await clerk.locator('tbody').getByText('在职').waitFor();
  await clerk.getByRole('link', { name: '年度认证' }).click();
  await clerk.getByText('还没有开展年度认证').waitFor();
  await act(clerk, '开展年度认证', (dialog) =>
    dialog.getByLabel('通知文号').fill('扬工〔2026〕9号'),
  );
  await act(clerk, '登记认证', async () => undefined);
  await clerk.locator('tbody').getByText('健在').waitFor();
  await look(clerk, 'honours-checks');
  await clerk.getByRole('link', { name: '待遇发放' }).click();
  await act(clerk, '测算待遇', (dialog) => dialog.getByLabel('决定文号').fill('扬工〔2026〕10号'));
  await clerk.getByRole('heading', { level: 1, name: /^荣誉津贴/ }).waitFor();
  await look(clerk, 'honours-care');
  return clerk.locator('tbody .figure').first().innerText();
}

/** A hardship is helped with, somebody is sent to recuperate, and a subsidy is worked out; answers what it comes to. */
export async function careBeside(clerk: Page, origin: string): Promise<string> {
  await open(clerk, `${origin}/model-workers`);
  await act(clerk, '特殊帮扶', async (dialog) => {
    await dialog.getByLabel('金额（元）').fill('5000');
    await dialog.getByLabel('证明材料').setInputFiles(proof);
    await dialog.getByText(/SHA-256 [0-9a-f]{64}/).waitFor();
    await dialog.getByLabel('文号').fill('扬工〔2026〕11号');
    await look(clerk, 'honours-special');
  });
  await clerk.getByRole('link', { name: '待遇发放' }).click();
  await clerk.locator('tbody').getByText('特殊困难帮扶金').waitFor();
  await clerk.getByRole('link', { name: '走访疗休养' }).click();
  await act(clerk, '登记走访疗休养', async (dialog) => {
    await dialog.getByLabel('方式').selectOption({ label: '疗休养' });
    await dialog.getByLabel('地点').fill('江苏省工人疗养院');
    await dialog.getByRole('checkbox').first().check();
  });
  await clerk.locator('tbody').getByText('江苏省工人疗养院').waitFor();
  await look(clerk, 'honours-visits');
  await clerk.getByRole('link', { name: '补助试算' }).click();
  await clerk.getByLabel('本人月均收入（元）').fill('6000');
  await clerk.getByRole('button', { name: '试算' }).click();
  await clerk.getByText('每月补助（元）').waitFor();
  await look(clerk, 'honours-subsidy');
  return clerk.locator('.facts strong').innerText();
}

/** What finance has not taken says why, and is asked for again. */
export async function refusedThere(chair: Page): Promise<void> {
  await chair.getByRole('link', { name: '查看付款' }).click();
  await chair.getByRole('heading', { level: 2, name: '劳模荣誉津贴' }).waitFor();
  await chair.getByText('没有对应的预算项').waitFor();
  await look(chair, 'honours-payout');
  await act(chair, '重新提出', async () => undefined);
}

/** A bonus is asked for where the honour stands, within what its level allows. */
export async function askBonus(clerk: Page, origin: string): Promise<void> {
  await open(clerk, `${origin}/honour-holders?honour=MODEL_WORKER`);
  await clerk.locator('tbody td a').first().click();
  await act(clerk, '提出付款', async (dialog) => {
    await dialog.getByLabel('文号').fill('扬工〔2026〕13号');
    await dialog.getByLabel('金额（元）').fill('2,000');
    await dialog.getByLabel('收款账号').fill('6222020000000000001');
    await dialog.getByLabel('收款行联行号').fill('105312500018');
  });
  await clerk.getByRole('link', { name: '查看付款' }).waitFor();
  await look(clerk, 'honours-bonus');
  await clerk.getByRole('link', { name: '查看付款' }).click();
  await clerk.getByRole('heading', { level: 2, name: '荣誉奖金' }).waitFor();
}
