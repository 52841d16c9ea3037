// Households on the register and relief on its way, for tests.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import type { ReliefGrant } from '@gonglian/contracts/gen/gonglian/welfare/v1/relief.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { wiredFinance } from '@gonglian/payout/scene.ts';
import { cadre, centre, day, head, shownAt, startHardship, upper } from '../hardship/scene.ts';

let accounts = 0;
export const account = () => {
  accounts += 1;
  return {
    accountNumber: `62220000000${String(accounts).padStart(8, '0')}`,
    bankCode: '105312500018',
  };
};
const noAccount = { accountNumber: '', bankCode: '' };

/** Checks, reviews: each another than whoever came before. */
export const checker = { duty: 'clerk', id: 'checker-1' } as const;
export const reviewer = { duty: 'clerk', id: 'reviewer-1' } as const;

export const proposal = (over: object = {}) => ({
  fileId: '',
  personId: '',
  unionId: '',
  personName: '',
  idNumber: '',
  programme: 'LIVING',
  moneySource: 'UNION_OWN',
  projectCode: 'bf-2026',
  amountFen: 300_000n,
  studyStage: '',
  selfPaidFen: 0n,
  invoiceNos: [] as string[],
  ...account(),
  ...over,
});

export const ofGrant = ({ grantId, version }: ReliefGrant) => ({
  grantId,
  expectedVersion: version,
});

type Scene = Awaited<ReturnType<typeof startHardship>>;

function grantSteps({ call, service }: Scene) {
  const propose = (file: Pick<HardshipFile, 'fileId' | 'unionId'>, over: object = {}) =>
    call('proposeRelief', proposal({ fileId: file.fileId, ...over }), cadre(file.unionId));

  const check = (grant: ReliefGrant, over: object = {}, who: object = checker) =>
    call(
      'checkReliefMaterials',
      {
        ...ofGrant(grant),
        answer: 'PASSED',
        reasonCode: '',
        ...noAccount,
        invoiceNos: [],
        ...over,
      },
      who,
    );

  const review = (grant: ReliefGrant, over: object = {}, who: object = reviewer) =>
    call('reviewRelief', { ...ofGrant(grant), answer: 'PASSED', reasonCode: '', ...over }, who);

  const approve = (grant: ReliefGrant, over: object = {}, who: object = head) =>
    call(
      'approveRelief',
      { ...ofGrant(grant), documentNo: '工帮〔6〕号', superiorDocumentNo: '', ...over },
      who,
    );

  const onDay = (grant: ReliefGrant, happenedOn: string, reasonCode = '') => ({
    ...ofGrant(grant),
    happenedOn,
    reasonCode,
  });

  /** As if it had been approved long enough ago for its publicity to be over. */
  async function publish(grant: ReliefGrant): Promise<ReliefGrant> {
    await service.sql`
      update relief_grant set stood_on = ${day(30)} where grant_id = ${grant.grantId}`;
    return call('publishRelief', { ...ofGrant(grant), happenedOn: day(20), ...shownAt }, centre);
  }

  return { propose, check, review, approve, onDay, publish };
}

function paymentSteps({ call, service }: Scene) {
  const root = nodeRootUnionId(service.node);
  async function order(grants: readonly ReliefGrant[], over: object = {}, who: object = centre) {
    const grantIds = grants.map(({ grantId }) => grantId);
    const ask = { grantIds, payerUnionId: root, bank: 'main', documentNo: '工帮付〔1〕号' };
    await service.sql`
      insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
      values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', null, '1950-01-01')
      on conflict do nothing`;
    return call('orderReliefPayment', { ...ask, ...over }, who);
  }

  const get = (grantId: string, who: object = centre) => call('getReliefGrant', { grantId }, who);

  return { root, order, get };
}

export async function startRelief() {
  const finance = wiredFinance();
  const scene = await startHardship({ requestPayment: finance.requestPayment });
  const steps = grantSteps(scene);
  const { propose, check, review, approve, publish } = steps;

  const reviewed = async (file: HardshipFile, over: object = {}) =>
    review(await check(await propose(file, over)));
  const approved = async (file: HardshipFile, over: object = {}) =>
    approve(await reviewed(file, over));
  const published = async (file: HardshipFile, over: object = {}) =>
    publish(await approved(file, over));

  return {
    ...scene,
    ...steps,
    ...paymentSteps(scene),
    finance,
    upper,
    reviewed,
    approved,
    published,
    onRegister: (over: object = {}, level = 'CITY') =>
      scene.union().then((unionId) => scene.filed(unionId, level, over)),
  };
}
export type ReliefScene = Awaited<ReturnType<typeof startRelief>>;
