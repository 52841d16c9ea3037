import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../api.ts';
import { openFederation } from '../federation.ts';
import { drawn, open, openBrowser, phone, type Visitor, type Visitors } from './browser.ts';
import { namesAt } from './console-pages.ts';
import { enterAs, inEnglish, linkToRecord, look } from './members-pages.ts';
import { COUNTY } from './money.ts';
import { inDays, openWelfare } from './my-welfare-desks.ts';
import { openClerk, somePeople } from './work.ts';

// A member with a phone of 390 pixels asks for hardship aid with photographed papers, follows it and withdraws; claims,
// complains, books a place and gives it back, and finds the station that is nearest.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const chromium = process.env.CHROMIUM ?? '';
const [person] = somePeople(0, 1);
const spouse = '32999919800514006';
let visitors: Visitors;
let visitor: Visitor;
let member: Page;

const card = (name: string): Locator => member.locator('.help-card').filter({ hasText: name });
const dialog = (): Locator => member.getByRole('dialog');
const seen = (name: string) => look(member, name, { phone });

/** A photograph as a phone makes it: a third of it is noise, so that it is large. */
async function photograph(width: number, height: number): Promise<Buffer> {
  const dataUrl = await member.evaluate(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} });
    const pen = canvas.getContext('2d');
    const noise = pen.createImageData(${width}, Math.floor(${height} / 3));
    for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = Math.random() * 256;
    pen.putImageData(noise, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.95);
  })()`);
  return Buffer.from(String(dataUrl).split(',')[1] ?? '', 'base64');
}

describe.runIf(chromium !== '')('a member and his welfare', () => {
  beforeAll(async () => {
    await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
    const clerk = await openClerk(origin, COUNTY);
    const union = await clerk.enrolUnion();
    await eventually(() => clerk.join(union, 1));
    if (!person) throw new Error('nobody has joined');
    await openWelfare(origin, union.unionId, person);
    visitors = await openBrowser(chromium);
    visitor = await visitors.come();
    member = await enterAs(visitor, origin, 'member');
    await eventually(() => linkToRecord(member, origin, person.idNumber));
    await member.setViewportSize(phone);
    await member.context().grantPermissions(['geolocation'], { origin });
    await member.context().setGeolocation({ latitude: 32.785, longitude: 119.445 });
  });
  afterAll(async () => {
    await visitors?.close();
    await federation.remove();
  });

  test('asks for aid in his own words, each consent by itself', async () => {
    await open(member, `${origin}/my`);
    await member.getByRole('link', { name: '申请和查看进度' }).click();
    await drawn(member);
    await seen('help-begin');
    await member.getByText('您还没有申请过').waitFor();
    await member.getByRole('link', { name: '困难帮扶' }).click();
    await member.getByRole('button', { name: '添加家人' }).click();
    await member.getByLabel('姓名').fill('周晓岚');
    await member.getByLabel('身份证号码').fill(spouse + idCheckChar(spouse));
    await member.getByLabel('金额（元）').fill('18000');
    await member.getByRole('button', { name: '添加一项支出' }).click();
    await member.getByLabel('金额（元）').nth(1).fill('6000');
    await member.getByLabel('主要原因').selectOption('ILLNESS');
    await member.getByLabel('病名').fill('合成病名甲');
    await member.getByLabel('处理我家的收入和支出信息').check();
    const send = member.getByRole('button', { name: '保存，下一步拍材料' });
    await send.click();
    // Without the consent of its own for health and family nothing is sent.
    await send.waitFor();
    expect(member.url()).toContain('/help/hardship');
    await member.getByLabel('敏感个人信息').check();
    await seen('help-hardship');
    await send.click();
    await card('困难帮扶').getByText('还没有提交').waitFor();
    const page = await member.locator('main').innerText();
    expect(page).not.toContain('合成病名甲');
  });

  test('photographs papers: shrunk, sent one after another, tried again, refused with the rule', async () => {
    const file = card('困难帮扶');
    const camera = file.getByLabel('拍照');
    const large = await photograph(3_600, 2_400);
    expect(large.length).toBeGreaterThan(2_621_440);
    const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
    await camera.setInputFiles(picture('shot.jpg', large));
    await file.getByText('已上传 1 张，共 1 张').waitFor();
    const small = await photograph(400, 300);
    // The line breaks off once.
    await member.route('**/api/v1/attachments', (route) => route.abort(), { times: 1 });
    await file.getByLabel('这是什么材料').selectOption('DIAGNOSIS');
    const two = [picture('a.jpg', small), picture('b.jpg', small)];
    await file.getByLabel('选照片或 PDF').setInputFiles(two);
    await file.getByRole('button', { name: '重试' }).click();
    await file.getByText('已上传 3 张，共 3 张').waitFor();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    await camera.setInputFiles(picture('drawing.jpg', svg));
    await file.getByText('只接受 JPEG、PNG 图片和 PDF').waitFor();
    await seen('help-papers');
    await file.getByRole('button', { name: '不传这一张' }).click();
    const clerk = await openApi(origin);
    const { items: files } = await clerk.get<{ items: { fileId: string }[] }>('/hardship-files');
    const { items } = await clerk.get<{ items: { mediaType: string; sizeBytes: number }[] }>(
      `/attachments?recordKind=HARDSHIP_FILE&recordId=${files[0]?.fileId}`,
    );
    expect(items.map(({ mediaType }) => mediaType)).toEqual(Array(3).fill('image/jpeg'));
    for (const { sizeBytes } of items) expect(sizeBytes).toBeLessThanOrEqual(2_621_440);
    // What a broken line and a refusal leave in the browser's own console was meant.
    visitor.complaints.length = 0;
  });

  test('sends it, reads what comes next, and withdraws', async () => {
    const file = card('困难帮扶');
    await file.getByRole('button', { name: '提交申请' }).click();
    await dialog().getByRole('button', { name: '提交申请' }).click();
    await file.getByText('下一步：所在工会派两人上门走访').waitFor();
    await file.getByText('办理经过').click();
    await file.getByRole('listitem').filter({ hasText: '已提交' }).first().waitFor();
    await seen('help-followed');
    await file.getByRole('button', { name: '撤回申请' }).click();
    await dialog().getByLabel('原因').fill('情况好转');
    await dialog().getByRole('button', { name: '撤回申请' }).click();
    await file.getByText('这份申请已结束').waitFor();
    await member.getByRole('link', { name: '困难帮扶' }).waitFor();
    const clerk = await openApi(origin);
    const { items } = await clerk.get<{ items: object[] }>('/hardship-files');
    expect(items).toMatchObject([{ state: 'CLOSED', closeReason: 'WITHDRAWN', own: false }]);
  });

  test('claims from mutual aid with his papers, and opens a request', async () => {
    await member.getByRole('button', { name: '互助保障理赔' }).click();
    await dialog().getByLabel('诊断').fill('合成诊断甲');
    await dialog().getByLabel('医院', { exact: true }).fill('示范县人民医院');
    await dialog().getByLabel('入院日期').fill(inDays(0));
    await dialog().getByLabel('出院日期').fill(inDays(0));
    await dialog().getByLabel('住院天数').fill('1');
    await dialog().getByLabel('自付金额').fill('8000');
    await dialog().getByRole('button', { name: '互助保障理赔' }).click();
    const claim = card('住院医疗互助');
    await claim.getByText('先拍照上传').waitFor();
    const bill = { name: 'bill.jpg', mimeType: 'image/jpeg' };
    await claim.getByLabel('拍照').setInputFiles({ ...bill, buffer: await photograph(400, 300) });
    await claim.getByRole('button', { name: '提交材料' }).click();
    await dialog().getByLabel('发票号码').fill('FP0000000001');
    await dialog().getByLabel('本人银行卡号').fill('6222020200112233448');
    await dialog().getByLabel('联行号').fill('105312500018');
    await dialog().getByRole('button', { name: '提交材料' }).click();
    await claim.getByText('下一步：初审').waitFor();
    await member.getByRole('button', { name: '12351 诉求' }).click();
    await dialog().getByLabel('一句话说明').fill('加班工资没有按时发');
    await dialog().getByLabel('详细情况').fill('十月份的加班工资到现在没有发');
    await dialog().getByRole('button', { name: '12351 诉求' }).click();
    await card('加班工资没有按时发').getByText('下一步：分类').waitFor();
    const clerk = await openApi(origin);
    const { items } = await clerk.get<{ items: object[] }>('/mutual-aid-claims');
    expect(items).toMatchObject([{ state: 'MATERIALS', own: true }]);
    await seen('help-mine');
  });

  test('asks for mediation and legal aid in his own name, and takes the first back', async () => {
    const about = async (does: string) => {
      await member.getByRole('button', { name: does }).click();
      await dialog().getByLabel('单位名称').fill('示范服装厂');
      await dialog().getByLabel('事情经过').fill('三个月工资没有发');
    };
    await about('劳动争议调解');
    await dialog().getByLabel('知道权益受损的日期').fill(inDays(-60));
    await dialog().getByRole('button', { name: '劳动争议调解' }).click();
    const mediation = card('调解 · 示范服装厂');
    await mediation.getByText('下一步：指定调解员').waitFor();
    await about('法律援助');
    await dialog().getByRole('button', { name: '法律援助' }).click();
    await card('法律援助 · 示范服装厂').getByText('请拍照上传身份和证据材料').waitFor();
    await mediation.getByRole('button', { name: '撤回' }).click();
    await dialog().getByRole('button', { name: '撤回' }).click();
    await mediation.getByText('已撤回，需要时可以重新申请').waitFor();
    const clerk = await openApi(origin);
    const { items } = await clerk.get<{ items: { personNameMasked: string }[] }>('/mediations');
    expect(items).toMatchObject([{ state: 'WITHDRAWN', employerName: '示范服装厂' }]);
    expect(items[0]?.personNameMasked).toContain(person?.name.slice(0, 1) ?? '');
    await seen('help-rights');
  });

  test('books a place, gives it back, and finds the nearest station', async () => {
    await member.getByRole('link', { name: '预约活动' }).click();
    const walk = card('职工健步走');
    await walk.getByText('剩 2 个，共 2 个').waitFor();
    await walk.getByRole('button', { name: '预约' }).click();
    await walk.getByRole('button', { name: '取消预约' }).waitFor();
    await seen('help-places');
    await walk.getByRole('button', { name: '取消预约' }).click();
    await walk.filter({ hasText: '剩 2 个' }).waitFor();
    await member.getByRole('link', { name: '返回帮扶与服务' }).click();
    await member.getByRole('link', { name: '找身边的工会驿站' }).click();
    const stations = member.locator('.station');
    await stations.first().waitFor();
    await member.getByRole('button', { name: '从我的位置' }).click();
    await stations.filter({ hasText: '111' }).waitFor();
    const said = await stations.allInnerTexts();
    expect(said.map((text) => /示范..驿站/.exec(text)?.[0])).toEqual([
      '示范东街驿站',
      '示范西郊驿站',
    ]);
    expect(said[1]).toContain('7.2');
    await seen('help-stations');
  });

  test('reads all of it in English, and nothing was complained of', async () => {
    const clerk = await openApi(origin);
    const own = [
      '住院医疗互助',
      '加班工资没有按时发',
      '职工健步走',
      '示范东街驿站',
      '示范西郊驿站',
    ];
    const names = [
      ...(await namesAt(clerk)),
      ...own,
      '示范街 8 号',
      '示范服装厂',
      '诊断证明',
      '身份证、户口簿',
    ];
    const pages = ['/help', '/help/hardship', '/help/places', '/help/stations'];
    await inEnglish(member, origin, pages, names);
    expect(visitor.complaints).toEqual([]);
  });
});
