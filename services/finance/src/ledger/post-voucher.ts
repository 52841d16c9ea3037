import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { postOne } from './post-one.ts';
import { legs, moves, optionalHash, optionalPeriod, toLegs, toMoves } from './voucher-fields.ts';
import type { VoucherToPost } from './voucher.ts';

const PostVoucher = z.strictObject({
  unionId: id,
  eventOn: date,
  period: optionalPeriod,
  summary: text(500),
  docKind: text(40),
  docId: text(200),
  docHash: optionalHash,
  legs,
  moves,
});

/** Whoever sends it is its maker; checker and approver come with the payment that asks for them. */
export const postVoucher = command({
  schema: PostVoucher,
  permission: 'finance.voucher.post',
  unions: ({ unionId }) => [unionId],
  run: (tx, ask): Promise<VoucherNumber> =>
    postOne(tx, ask.unionId, toVoucher(ask, tx.actor.id)),
});

function toVoucher(ask: z.output<typeof PostVoucher>, makerId: string): VoucherToPost {
  const { period, docHash } = ask;
  return {
    // The command's own key answers a replay before it comes here.
    key: `manual:${newId()}`,
    kind: 'MANUAL',
    eventOn: ask.eventOn,
    ...(period === '' ? {} : { period }),
    summary: ask.summary,
    docKind: ask.docKind,
    docId: ask.docId,
    ...(docHash === '' ? {} : { docHash }),
    makerId,
    legs: toLegs(ask.legs),
    moves: toMoves(ask.moves),
  };
}
