import { grantAnswered, grantApproved } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import type { GrantRow } from './grant.ts';

/** To the subordinate that applied, from the row as it now is; of a line of a list nobody applied. */
export function tellAnswer(
  { emit, node }: Pick<Tx, 'emit' | 'node'>,
  { grantId, direction, listId, neighbour, state, answerReason, ...grant }: GrantRow,
  answeredOn: string,
): void {
  if (direction !== 'IN' || listId !== '') return;
  emit(grantAnswered, {
    grantId,
    fromNode: node,
    toNode: neighbour,
    answer: state,
    grantedFen: BigInt(grant.grantedFen),
    reason: answerReason,
    answeredOn,
    dueOn: grant.dueOn,
  });
}

export function tellApproved({ emit }: Pick<Tx, 'emit'>, grant: GrantRow): void {
  const { grantId, ruleId, ruleCode, kind, fiscalYear, unionId, recordKind, recordId } = grant;
  emit(grantApproved, {
    grantId,
    ruleId,
    ruleCode,
    kind,
    fiscalYear,
    unionId,
    recordKind,
    recordId,
    recipientNode: grant.neighbour,
    amountFen: BigInt(grant.grantedFen),
    approvedOn: grant.approvedOn,
  });
}
