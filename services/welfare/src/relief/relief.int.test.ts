import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { askFinance, failed, settled } from '@gonglian/payout/scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { clerkOf, factsOf, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cadre, centre, idNumber, today } from '../hardship/scene.ts';
import {
  account,
  checker,
  ofGrant,
  proposal,
  reviewer,
  startRelief,
  type ReliefScene,
} from './scene.ts';

let scene: ReliefScene;
let call: ReliefScene['call'];
beforeAll(async () => {
  scene = await startRelief();
  call = scene.call;
});
afterAll(() => scene.service.stop());

const forbidden = expect.objectContaining({ kind: 'forbidden' });
const paymentOf = (payoutId: string) => {
  const found = scene.finance.payments.get(`${payoutId}/1`);
  if (!found) throw new Error('finance was not asked');
  const said = { paymentId: found.paymentId, unionId: scene.root, sourceId: `${payoutId}/1` };
  return { said: { ...said, sourceService: 'welfare' }, request: found.request };
};

test('from the proposal to the bank and back: paid is what finance says, and nothing else', async () => {
  const file = await scene.onRegister({}, 'NATIONAL');
  const grant = await once<ReliefGrant>(scene.service, {
    method: 'proposeRelief',
    ask: proposal({ fileId: file.fileId, moneySource: 'CENTRAL_FISCAL' }),
    changed: { amountFen: 400_000n },
    caller: cadre(file.unionId),
    foreign: cadre(await scene.union()),
    unknown: 'HARDSHIP_FILE_UNKNOWN',
  });
  expect(grant).toMatchObject({
    state: 'PROPOSED',
    personNameMasked: '李*明',
    capFen: 1_128_000n,
    approvalNeed: 'COUNTY',
    category: 'DEEP',
    fileLevel: 'NATIONAL',
  });
  expect(grant.accountMasked).toMatch(/^\*+\d{4}$/);
  await expect(scene.approve(grant)).rejects.toThrow(refusedWith('RELIEF_CHECK_FIRST'));
  await expect(scene.check(grant, {}, cadre(file.unionId))).rejects.toThrow(
    refusedWith('RELIEF_SAME_PERSON'),
  );
  const reviewed = await scene.review(await scene.check(grant));
  await expect(scene.approve(reviewed, {}, reviewer)).rejects.toThrow(forbidden);
  await expect(scene.approve(reviewed, {}, { duty: 'chair', id: 'checker-1' })).rejects.toThrow(
    refusedWith('RELIEF_SAME_PERSON'),
  );
  const approved = await scene.approve(reviewed);
  await expect(scene.order([approved])).rejects.toThrow(refusedWith('RELIEF_PUBLICITY_FIRST'));
  const published = await scene.publish(approved);
  const { payoutId, totalFen } = await scene.order([published]);
  expect(totalFen).toBe(300_000n);
  await expect(scene.order([published])).rejects.toThrow(refusedWith('RECORD_PAID'));
  const early = call('confirmRelief', scene.onDay(await scene.get(grant.grantId), today), checker);
  await expect(early).rejects.toThrow(refusedWith('RELIEF_PAYMENT_FIRST'));
  await askFinance(scene.service);
  const { said, request } = paymentOf(payoutId);
  expect(request).toMatchObject({ purposeCode: 'RELIEF', accountCode: '50404', lineCount: 1 });
  expect(request.lines).toMatchObject([
    { amountFen: 300_000n, projectCode: 'bf-2026', sourceCode: 'fiscal', payeeName: '李小明' },
  ]);
  await scene.service.publishFacts('finance', [settled(said, 1, 300_000n, today)]);
  await scene.service.settled();
  const paid = await scene.get(grant.grantId);
  expect(paid).toMatchObject({ state: 'PAID', paidOn: today, payoutId });
  expect(await factsOf(scene.service, 'relief.paid', grant.grantId)).toEqual([
    {
      grantId: grant.grantId,
      unionId: file.unionId,
      programme: 'LIVING',
      fileLevel: 'NATIONAL',
      moneySource: 'CENTRAL_FISCAL',
      amountFen: '300000',
      paidOn: today,
      householdFirst: true,
      personFirst: true,
    },
  ]);
  const helped = await call('getHardshipFile', { fileId: file.fileId }, centre);
  expect(helped).toMatchObject({ state: 'IN_RELIEF', helpedOn: today });
  const confirmed = await call('confirmRelief', scene.onDay(paid, today), checker);
  const archived = await call('archiveRelief', scene.onDay(confirmed, today), checker);
  expect(archived).toMatchObject({ state: 'ARCHIVED', confirmedOn: today });
});

test('told again nothing happens twice; what failed is paid later, and counted once', async () => {
  const file = await scene.onRegister();
  const [one, two] = [await scene.published(file), await scene.onRegister()];
  const other = await scene.published(two);
  const { payoutId } = await scene.order([one, other]);
  await askFinance(scene.service);
  const { said } = paymentOf(payoutId);
  const facts = [settled(said, 1, 300_000n, today), failed(said, 2, 300_000n)];
  await scene.service.publishFacts('finance', facts);
  await scene.service.publishFacts('finance', facts);
  await scene.service.settled();
  expect(await scene.get(other.grantId)).toMatchObject({
    state: 'PAY_FAILED',
    failureCode: 'ACCOUNT_CLOSED',
  });
  expect(await factsOf(scene.service, 'relief.paid', one.grantId)).toHaveLength(1);
  await scene.service.publishFacts('finance', [settled(said, 2, 300_000n, today)]);
  await scene.service.settled();
  expect(await scene.get(other.grantId)).toMatchObject({ state: 'PAID', failureCode: '' });
});

test('central money is for national files alone', async () => {
  const file = await scene.onRegister();
  const central = scene.propose(file, { moneySource: 'CENTRAL_FISCAL' });
  await expect(central).rejects.toMatchObject({
    code: 'RELIEF_SOURCE_FORBIDDEN',
    details: { source: 'CENTRAL_FISCAL', fileLevel: 'CITY' },
  });
  // Nor where the file was national when it was proposed.
  const national = await scene.onRegister({}, 'NATIONAL');
  const grant = await scene.reviewed(national, { moneySource: 'CENTRAL_FISCAL' });
  await scene.service.sql`
    update hardship_file set file_level = 'CITY' where file_id = ${national.fileId}`;
  await expect(scene.approve(grant)).rejects.toThrow(refusedWith('RELIEF_SOURCE_FORBIDDEN'));
});

test('file first, relief after; who is on no register has temporary relief alone', async () => {
  const unionId = await scene.union();
  const draft = await scene.open(unionId);
  await expect(scene.propose(draft)).rejects.toThrow(refusedWith('SUBMISSION_FIRST'));
  const filed = await scene.onRegister();
  await expect(scene.propose(filed, { programme: 'TEMPORARY' })).rejects.toThrow(
    refusedWith('RELIEF_FOR_UNFILED'),
  );
  const who = { unionId, personName: '周晓岚', idNumber: idNumber() };
  const unfiled = (over: object) =>
    call('proposeRelief', proposal({ ...who, ...over }), cadre(unionId));
  await expect(unfiled({})).rejects.toThrow(refusedWith('RELIEF_FILE_FIRST'));
  const temporary = { programme: 'TEMPORARY', amountFen: 300_001n };
  await expect(unfiled(temporary)).rejects.toThrow(refusedWith('RELIEF_CAP_CROSSED'));
  const grant = await unfiled({ ...temporary, amountFen: 300_000n });
  expect(grant).toMatchObject({ state: 'PROPOSED', fileId: '', fileLevel: '' });
  await scene.approve(await scene.review(await scene.check(grant)));
  const again = await unfiled({ ...temporary, amountFen: 1n });
  await expect(scene.approve(await scene.review(await scene.check(again)))).rejects.toThrow(
    refusedWith('RELIEF_CAP_CROSSED'),
  );
});

test('the tiers of medical relief, and a share of what was paid himself', async () => {
  const file = await scene.onRegister();
  const medical = (amountFen: bigint, invoice: string) => ({
    programme: 'MEDICAL',
    amountFen,
    selfPaidFen: 9_000_000n,
    invoiceNos: [invoice],
  });
  const over = scene.propose(file, medical(9_000_001n, 'M-1'));
  await expect(over).rejects.toThrow(refusedWith('RELIEF_CAP_CROSSED'));
  const province = await scene.reviewed(file, medical(2_000_001n, 'M-2'));
  expect(province.approvalNeed).toBe('NEEDS_PROVINCE');
  await expect(scene.approve(province)).rejects.toMatchObject({
    code: 'RELIEF_NEEDS_SUPERIOR',
    details: { need: 'NEEDS_PROVINCE' },
  });
  const approved = await scene.approve(province, { superiorDocumentNo: '省工帮〔9〕号' });
  expect(approved).toMatchObject({ state: 'APPROVED', superiorDocumentNo: '省工帮〔9〕号' });
  const nation = await scene.propose(file, medical(5_000_001n, 'M-3'));
  expect(nation.approvalNeed).toBe('NEEDS_NATIONAL');
  const bare = await scene.propose(await scene.onRegister(), {
    ...medical(100n, ''),
    invoiceNos: [],
  });
  await expect(scene.check(bare)).rejects.toThrow(refusedWith('RELIEF_INVOICE_MISSING'));
});

test('an invoice is used once and an account is one person’s, whatever the programme', async () => {
  const [file, other] = [await scene.onRegister(), await scene.onRegister()];
  const shared = account();
  const medical = { programme: 'MEDICAL', selfPaidFen: 500_000n };
  const grant = await scene.propose(file, { ...medical, ...shared, invoiceNos: ['F-77 01'] });
  expect(grant.invoiceCount).toBe(1);
  const used = refusedWith('RELIEF_INVOICE_USED');
  // However it is typed, and for whatever it is.
  await expect(scene.propose(other, { ...medical, invoiceNos: ['ｆ-7701'] })).rejects.toThrow(used);
  await expect(scene.propose(other, { invoiceNos: ['F7701'] })).rejects.toThrow(used);
  const others = refusedWith('RELIEF_ACCOUNT_OTHERS');
  await expect(scene.propose(other, shared)).rejects.toThrow(others);
  await expect(scene.propose(other, { ...medical, ...shared })).rejects.toThrow(others);
  const twice = scene.propose(file, { ...medical, ...shared, moneySource: 'DONATION' });
  await expect(twice).rejects.toThrow(refusedWith('RELIEF_ACCOUNT_TWICE'));
  await expect(
    scene.propose(file, { ...medical, ...account(), invoiceNos: ['F-9', 'F-9'] }),
  ).rejects.toThrow(refusedWith('RELIEF_PROPOSED', 'duplicate'));
  // Rejected, its invoice is free.
  const no = { answer: 'REJECTED', reasonCode: 'MATERIALS_FALSE' };
  await scene.check(grant, no);
  expect(await scene.propose(other, { ...medical, invoiceNos: ['F-7701'] })).toMatchObject({
    invoiceCount: 1,
  });
  const kept = await scene.service.sql<{ all: string }>`
    select string_agg(row_to_json(g)::text, '') as all from relief_grant as g
    where file_id = ${file.fileId}`;
  for (const secret of [shared.accountNumber, 'F-7701', '500000'])
    expect(kept[0]?.all.includes(secret)).toBe(false);
});

test('returned it is mended; a no has a reason; an objection stops the payment', async () => {
  const file = await scene.onRegister();
  const grant = await scene.check(await scene.propose(file));
  const returned = { answer: 'RETURNED', reasonCode: '' };
  await expect(scene.review(grant, returned)).rejects.toThrow(refusedWith('RELIEF_REASON_MISSING'));
  const back = await scene.review(grant, { ...returned, reasonCode: 'AMOUNT_WRONG' });
  expect(back).toMatchObject({ state: 'RETURNED', reasonCode: 'AMOUNT_WRONG' });
  const amend = { ...ofGrant(back), amountFen: 200_000n, studyStage: '', selfPaidFen: 0n };
  const mended = await call('amendRelief', amend, cadre(file.unionId));
  expect(mended).toMatchObject({ state: 'PROPOSED', amountFen: 200_000n });
  const approved = await scene.approve(await scene.review(await scene.check(mended)));
  const published = await scene.publish(approved);
  const all = {
    unionId: file.unionId,
    subject: 'RELIEF_GRANT',
    subjectId: '',
    cursor: '',
    limit: 0,
    objected: false,
  };
  const [notice] = (await call('listNotices', all, centre)).items;
  const objection = {
    noticeId: notice?.noticeId ?? '',
    expectedVersion: notice?.version ?? 0,
    raisedAt: `${published.publicityEndsOn}T23:59:59+08:00`,
    summary: '已领取过同类救助',
  };
  const objected = await call('objectToNotice', objection, centre);
  expect(await scene.get(published.grantId)).toMatchObject({ state: 'SUSPENDED' });
  await expect(scene.order([published])).rejects.toThrow(refusedWith('OBJECTION_FIRST'));
  const answer = {
    noticeId: objection.noticeId,
    expectedVersion: objected.version,
    objectionId: objected.objections[0]?.objectionId ?? '',
    closedOn: today,
    outcome: '属实',
  };
  await call('closeNoticeObjection', answer, centre);
  const resumed = await scene.get(published.grantId);
  expect(resumed).toMatchObject({ state: 'PUBLISHED', publicityEndsOn: today });
  await expect(scene.order([resumed])).rejects.toThrow(refusedWith('PUBLICITY_NOT_OVER'));
  const rejected = await call('rejectRelief', scene.onDay(resumed, today, 'OBJECTION'), {
    duty: 'chair',
    id: 'chair-2',
  });
  expect(rejected.state).toBe('REJECTED');
});

test('a payment has one source and one project, and the payer stands above', async () => {
  const [file, other] = [await scene.onRegister(), await scene.onRegister()];
  const one = await scene.published(file);
  const two = await scene.published(other, { moneySource: 'DONATION' });
  const three = await scene.published(file, {
    projectCode: 'bf-2027',
    programme: 'LIVING',
    moneySource: 'INTEREST',
  });
  const differ = refusedWith('RELIEF_SOURCES_DIFFER');
  await expect(scene.order([one, two])).rejects.toThrow(differ);
  await expect(scene.order([one, three])).rejects.toThrow(differ);
  await expect(scene.order([one], { payerUnionId: other.unionId })).rejects.toThrow(
    refusedWith('PAYER_NOT_ABOVE'),
  );
  await expect(scene.order([one], {}, clerkOf(file.unionId))).rejects.toThrow(forbidden);
});
