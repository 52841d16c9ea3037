// A node with three townships, and rules in force at it, for the tests of grants.
import type {
  DraftGrantRequest,
  Grant,
  GrantRule,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { budgetAsk, paymentSteps, type Service } from '../payment/scene.ts';
import type { RuleContent } from './grant-rule.ts';
import { HASH } from './made-rules.ts';

export const finance = { duty: 'finance', id: 'finance-1' } as const;
export const checker = { duty: 'finance', id: 'finance-2' } as const;
export const chair = { duty: 'chair', id: 'chair-1' } as const;

/** The node's own federation with money and a budget for subsidies, and townships 101, 102… below it. */
export async function openNode(service: Service, townships: number): Promise<string[]> {
  const root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', '2020-01-01')`;
  const ids = Array.from({ length: townships }, () => newId());
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, parent_id, established_on)
    select id, '合成镇总工会' || n, 'TOWNSHIP', 'TOWNSHIP', '329999' || (100 + n), ${root}, '2020-01-01'
    from unnest(${ids}::uuid[]) with ordinality as t(id, n)`;
  await service.sql`
    insert into scope_edge select id, ${root}::uuid from unnest(${ids}::uuid[]) as id`;
  await account(service, root, 1, 'main');
  const { fund } = paymentSteps(service);
  await fund(root, 1_000_000_000);
  const budget = { ...budgetAsk(root, 1_000_000_000n), accountCode: '50801' };
  const line = await service.call('setBudgetLine', budget, finance);
  const approval = { lineId: line.lineId, expectedVersion: line.version };
  await service.call('approveBudgetLine', approval, chair);
  return ids;
}

export function account(service: Service, unionId: string, n: number, bank = '') {
  const accountNumber = `3205017488360000${String(n).padStart(4, '0')}`;
  const ask = { unionId, bank, holderName: '合成工会', accountNumber, bankCode: '105312500018' };
  return service.call('setBankAccount', ask, finance);
}

export const ruleAsk = (rule: RuleContent) => ({
  ...rule,
  amountFen: BigInt(rule.amountFen),
  tiers: rule.tiers.map(({ tier, amountFen }) => ({ tier, amountFen: BigInt(amountFen) })),
  members: [...rule.members],
  permittedCodes: [...rule.permittedCodes],
});

/** Set by one, approved by another. */
export async function inForce(service: Service, rule: RuleContent): Promise<GrantRule> {
  const { ruleId, version } = await service.call('setGrantRule', ruleAsk(rule), finance);
  const ask = { ruleId, expectedVersion: version, approve: true, reason: '' };
  return service.call('decideGrantRule', ask, chair);
}

/** A new station, accepted. */
export const stationAsk = (
  ruleId: string,
  unionId: string,
  over: Partial<DraftGrantRequest> = {},
): DraftGrantRequest => ({
  ruleId,
  unionId,
  appliedFen: 500_000n,
  matchingBp: 0,
  beneficiary: '',
  recordKind: 'VENUE',
  recordId: newId(),
  acceptanceSha256: HASH,
  documents: [{ title: '验收表', sha256: HASH }],
  reason: '新建户外劳动者驿站一处',
  ...over,
});

export const step = ({ grantId, version }: Grant) => ({ grantId, expectedVersion: version });

/** Written, submitted, looked through and approved, by three persons. */
export async function approved(service: Service, ask: DraftGrantRequest): Promise<Grant> {
  const clerk = { duty: 'clerk', id: 'clerk-1', scope: ask.unionId } as const;
  const draft = await service.call('draftGrant', ask, clerk);
  const submitted = await service.call('submitGrant', step(draft), clerk);
  const review = { answer: 'ACCEPTED', grantedFen: ask.appliedFen, reason: '' };
  const reviewed = await service.call('reviewGrant', { ...step(submitted), ...review }, checker);
  const approval = { ...step(reviewed), answer: 'APPROVED', reason: '' };
  return service.call('approveGrant', approval, chair);
}
