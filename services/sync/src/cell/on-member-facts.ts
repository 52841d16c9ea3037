import {
  memberAnnulled,
  memberApproved,
  memberLeft,
  memberReactivated,
  memberRetained,
  memberTransferred,
} from '@gonglian/contracts/membership.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { memberMoves, type Movement } from '../indicator/movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  memberApproved,
  memberTransferred,
  memberRetained,
  memberReactivated,
  memberLeft,
  memberAnnulled,
] as const;
export type MemberFact = Received<(typeof facts)[number]>;

/** Who leaves after the membership was retained was taken off the count when it was retained. */
export function movesOfMember({ name, data }: MemberFact): Movement[] {
  switch (name) {
    case 'member.approved':
      return memberMoves('recruited', data.unionId, data.joinedOn, data.codes);
    case 'member.transferred':
      return [
        ...memberMoves('moved_out', data.fromUnionId, data.effectiveOn, data.codes),
        ...memberMoves('moved_in', data.toUnionId, data.effectiveOn, data.codes),
      ];
    case 'member.retained':
      return memberMoves('retained', data.unionId, data.effectiveOn, data.codes);
    case 'member.reactivated':
      return memberMoves('reactivated', data.unionId, data.effectiveOn, data.codes);
    case 'member.left':
      return data.wasRetained
        ? []
        : memberMoves('left', data.unionId, data.effectiveOn, data.codes);
    // As if the membership had never been: what it counted is taken back where it was counted.
    case 'member.annulled':
      return memberMoves('recruited', data.unionId, data.joinedOn, data.codes, -1n);
  }
}

export const onMemberFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfMember));
  },
});
