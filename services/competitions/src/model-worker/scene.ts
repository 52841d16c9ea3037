// Model workers on the register, checked this year, for the tests of what they are paid.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { idNumber } from '../nomination/scene.ts';
import { wiredFinance } from '@gonglian/payout/scene.ts';
import { startCompetitions, type Service } from '../scene.ts';

export const today = chinaDate(new Date());
export const month = today.slice(0, 7);
export const year = Number(today.slice(0, 4));
export const clerk = { duty: 'clerk', id: 'clerk-1' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

export async function startCare() {
  const finance = wiredFinance();
  const service = await startCompetitions({ requestPayment: finance.requestPayment });
  await service.call('openLivingCheck', { roundYear: year, documentNo: '合工发〔1〕号' }, clerk);
  return { service, finance, ...careSteps(service) };
}
export type CareScene = Awaited<ReturnType<typeof startCare>>;

let accounts = 0;

function careSteps(service: Service) {
  const { call } = service;

  /** Somebody who holds the honour; his id. */
  async function holder(unionId: string, level = 'PROVINCE'): Promise<string> {
    const ask = {
      honourCode: 'MODEL_WORKER',
      level,
      unionId,
      personName: '李小明',
      idNumber: idNumber(),
      holderName: '',
      frontline: true,
      grantedOn: '2015-04-28',
      documentNo: '政发〔2015〕8号',
      certificateNo: '',
    };
    return (await call('recordHonour', ask, clerk)).personId;
  }

  const register = (personId: string, unionId: string, over: object = {}, who: object = clerk) =>
    call('setModelWorker', registerAsk(personId, unionId, over), who);

  const check = (personId: string, over: object = {}, who: object = clerk) =>
    call('recordLivingCheck', checkAsk(personId, over), who);

  /** One who can be paid. */
  async function payable(unionId: string, over: object = {}, level = 'PROVINCE') {
    const personId = await holder(unionId, level);
    await register(personId, unionId, over);
    await check(personId);
    return personId;
  }

  const draft = (unionId: string, over: object = {}, who: object = clerk) =>
    call('draftCareBatch', batchAsk(unionId, over), who);

  return { holder, register, check, payable, draft };
}

export function registerAsk(personId: string, unionId: string, over: object = {}) {
  accounts += 1;
  return {
    personId,
    unionId,
    livelihood: 'RETIRED',
    incomeKnown: true,
    incomeFen: 300_000n,
    accountNumber: `62100000000${String(accounts).padStart(8, '0')}`,
    bankCode: '105312500018',
    accountId: '',
    memberId: '',
    seenVersion: 0,
    ...over,
  };
}

export const checkAsk = (personId: string, over: object = {}) => ({
  roundYear: year,
  personId,
  checkedOn: today,
  checkMethod: 'VISIT',
  checkOutcome: 'ALIVE',
  note: '',
  ...over,
});

export const batchAsk = (unionId: string, over: object = {}) => ({
  unionId,
  careKind: 'LIVING_SUBSIDY',
  month,
  grade: '',
  bank: 'main',
  projectCode: '',
  sourceCode: 'union',
  documentNo: '合工发〔2〕号',
  hardships: [] as {
    personId: string;
    hardship: string;
    amountFen: bigint;
    evidenceSha256: string;
  }[],
  ...over,
});

export const hardship = (personId: string, amountFen = 500_000n) => ({
  personId,
  hardship: 'CRITICAL_ILLNESS',
  amountFen,
  evidenceSha256: 'ab'.repeat(32),
});
