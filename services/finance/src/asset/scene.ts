// A union with an account at a bank, a budget for assets, and what is asked of its register in the tests.
import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { approver, BANK, cashier, fiscalYear, startScene, type Scene } from '../payment/scene.ts';

export const keeper = { duty: 'clerk', id: 'person-keeper' } as const;

export async function startAssets() {
  const scene = await startScene();
  return { ...scene, ...assetSteps(scene) };
}
export type AssetScene = Awaited<ReturnType<typeof startAssets>>;

function assetSteps({ service, union, fund }: Scene) {
  const { call } = service;

  /** 30,000.00 for capital spending, agreed, and as much at the bank. */
  async function buyer(): Promise<string> {
    const unionId = await union();
    const line = await call(
      'setBudgetLine',
      {
        unionId,
        fiscalYear,
        accountCode: '507',
        mark: 'basic',
        projectCode: '',
        sourceCode: 'union',
        amountFen: 3_000_000n,
        documentNo: '合工〔2026〕1号',
        reason: '年度预算',
      },
      cashier,
    );
    const ask = { lineId: line.lineId, expectedVersion: line.version };
    await call('approveBudgetLine', ask, approver);
    await fund(unionId, 3_000_000);
    return unionId;
  }

  /** Taken over and agreed to: in the books. */
  async function card(unionId: string, over: object = {}): Promise<Asset> {
    const asset = await call('registerAsset', { ...cardAsk(unionId), ...over }, keeper);
    return call('approveAsset', step(asset), approver);
  }

  return { buyer, card };
}

export const step = ({ assetId, version }: Asset) => ({ assetId, expectedVersion: version });

let cards = 0;
/** The computer of domain §9.13, taken over. */
export function cardAsk(unionId: string, over: object = {}) {
  cards += 1;
  return {
    unionId,
    assetNo: `GD-${cards}`,
    assetClass: 'COMPUTER',
    assetName: '台式计算机',
    place: '办公楼 302 室',
    custodian: '周晓岚',
    usage: '财务核算',
    ownership: 'union',
    valueFen: 1_200_000n,
    lifeMonths: 72,
    documentNo: '合工购〔2026〕1号',
    addedOn: '2026-01-31',
    purchase: undefined,
    ...over,
  };
}

export const purchase = {
  bank: BANK,
  projectCode: '',
  sourceCode: 'union',
  payeeName: '合成办公设备有限公司',
  accountNumber: '32050174883600000999',
  bankCode: '105312500018',
};
