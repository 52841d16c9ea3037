// What finance says of payments that a service asked for: paid, not paid, rejected. Applied again it changes nothing.
import { paymentFailed, paymentRejected, paymentSettled } from '@gonglian/contracts/finance.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { pipeline, type Reaction, type Tx } from '@gonglian/service/use-case.ts';

interface Source {
  sourceService: string;
  sourceId: string;
}

/** The payout and the round that finance was asked in; undefined for what is not of this service. */
export function sourceOf(
  service: string,
  { sourceService, sourceId }: Source,
): { payoutId: string; round: number } | undefined {
  const [payoutId = '', round = ''] = sourceId.split('/');
  if (sourceService !== service || !isId(payoutId) || !/^\d{1,9}$/.test(round)) return undefined;
  return { payoutId, round: Number(round) };
}

interface Heard {
  payoutId: string;
  seq: number;
  state: 'PAID' | 'FAILED';
  paidOn: string;
  failureCode: string;
}

/** A line of which the bank has said what became of it; what is paid stays paid. */
export interface HeardLine extends Heard {
  unionId: string;
  payoutKind: string;
  recordId: string;
  recordPart: string;
  amountFen: bigint;
}

interface Hearing<Own> {
  /** By this name finance keeps whose record a payment is of. */
  service: string;
  /** What the service does with the lines that have changed, in the same transaction. */
  heard(tx: Tx<Own>, lines: readonly HeardLine[]): Promise<void> | void;
}

export function hearPayments<Own>({ service, heard: onHeard }: Hearing<Own>): Reaction<Own> {
  return pipeline<Own>().reaction({
    facts: [paymentSettled, paymentFailed, paymentRejected],
    async apply(tx, batch) {
      // The last word on a line counts: what failed may have been paid by a list of its own since.
      const heard = new Map<string, Heard>();
      for (const fact of batch) {
        const source = sourceOf(service, fact.data);
        if (!source) continue;
        if (fact.name === 'payment.rejected') {
          if (!fact.data.reissued) await reject(tx, source);
          continue;
        }
        const one = { payoutId: source.payoutId, seq: fact.data.sourceSeq };
        heard.set(`${one.payoutId} ${one.seq}`, {
          ...one,
          state: fact.name === 'payment.settled' ? 'PAID' : 'FAILED',
          paidOn: fact.name === 'payment.settled' ? fact.data.paidOn : '',
          failureCode: fact.name === 'payment.failed' ? fact.data.failureCode : '',
        });
      }
      if (heard.size === 0) return;
      const lines = await settle(tx, [...heard.values()]);
      if (lines.length > 0) await onHeard(tx, lines);
    },
  });
}

/** In finance's order a list is rejected before anything of it is paid; one of an earlier round is over already. */
async function reject<Own>(
  { sql }: Tx<Own>,
  { payoutId, round }: { payoutId: string; round: number },
): Promise<void> {
  const [rejected] = await sql`
    update payout set state = 'REJECTED', refusal_code = '', version = version + 1
    where payout_id = ${payoutId} and round = ${round} and state in ('WAITING', 'REQUESTED') returning 1`;
  if (rejected) await sql`update payout_line set state = 'REJECTED' where payout_id = ${payoutId}`;
}

async function settle<Own>({ sql }: Tx<Own>, heard: readonly Heard[]): Promise<HeardLine[]> {
  const of = <K extends keyof Heard>(field: K) => heard.map((one) => one[field]);
  // What is paid stays paid, whatever is heard of it after.
  const lines = await sql<Omit<HeardLine, 'amountFen'> & { amountFen: string }>`
    update payout_line as l set state = h.state, paid_on = nullif(h.paid_on, '')::date, failure_code = h.failure
    from unnest(${of('payoutId')}::uuid[], ${of('seq')}::int[], ${of('state')}::text[],
      ${of('paidOn')}::text[], ${of('failureCode')}::text[]) as h(payout_id, seq, state, paid_on, failure)
    where l.payout_id = h.payout_id and l.seq = h.seq and l.state <> 'PAID'
    returning l.payout_id as "payoutId", l.union_id as "unionId", l.payout_kind as "payoutKind", l.seq,
      l.record_id as "recordId", l.record_part as "recordPart", l.state, l.failure_code as "failureCode",
      l.amount_fen::text as "amountFen", coalesce(l.paid_on::text, '') as "paidOn"`;
  return lines.map((line) => ({ ...line, amountFen: BigInt(line.amountFen) }));
}
