import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import type { Told } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { gathered } from '../pipeline.ts';
import { asRefusal, voucherNumber } from './post-one.ts';
import { postVouchers } from './post-vouchers.ts';
import {
  handDocKind,
  legs,
  moves,
  optionalHash,
  optionalPeriod,
  toLegs,
  toMoves,
} from './voucher-fields.ts';
import type { VoucherToPost } from './voucher.ts';

const PostVoucher = z.strictObject({
  unionId: id,
  eventOn: date,
  period: optionalPeriod,
  summary: text(500),
  docKind: handDocKind,
  docId: text(200),
  docHash: optionalHash,
  legs,
  moves,
});

/**
 * Whoever sends it is its maker; checker and approver come with the payment that asks for them. Gathered, since a book is
 * written by one at a time: a thousand desks that post at once are one batch and not a thousand turns.
 */
export const postVoucher = gathered({
  schema: PostVoucher,
  permission: 'finance.voucher.post',
  union: ({ unionId }) => unionId,
  async run(tx, unionId, asked): Promise<Told<VoucherNumber>[]> {
    const vouchers = asked.map(({ ask, actor }) => toVoucher(ask, actor.id));
    const posted = await postVouchers(tx, unionId, vouchers);
    return posted.map((one) =>
      one.refusal ? { refusal: asRefusal(one.refusal) } : { answer: voucherNumber(one) },
    );
  },
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
