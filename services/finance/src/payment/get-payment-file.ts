// The file itself, with whole names and accounts: each time it is taken is written down before the first byte.
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { download, type Reading } from '../pipeline.ts';
import { filePlace } from './bank-file.ts';
import { readPayment } from './payment.ts';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;

export const getPaymentFile = download({
  schema: z.strictObject({ paymentId: id }),
  permission: 'finance.payment.export',
  async *run(read, { paymentId }) {
    const { batchNo, text } = await read((tx) => takeOut(tx, paymentId));
    yield FileChunk.fromPartial({
      fileName: `付款-${batchNo}.csv`,
      mediaType: 'text/csv; charset=utf-8',
    });
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const content = bytes.subarray(at, at + PIECE_BYTES);
      yield { fileName: '', mediaType: '', content };
    }
  },
});

async function takeOut(tx: Reading, paymentId: string): Promise<{ batchNo: string; text: string }> {
  const { sql, own } = tx;
  const payment = await readPayment(sql, paymentId);
  const [kept] = await sql<{ file: Buffer | null }>`
    select file from payment where id = ${paymentId}`;
  if (!kept?.file) throw refused('PAYMENT_STATE_WRONG', { state: payment.state });
  const text = own.vault.open(kept.file, filePlace(paymentId));
  if (sha256Hex(text) !== payment.fileSha256) throw refused('PAYMENT_FILE_CHANGED');
  const { unionId } = payment;
  const fields = ['payee_name', 'account'];
  const reason = payment.batchNo;
  await logAccess(tx, [
    {
      entity: 'payment',
      entityId: paymentId,
      unionId,
      fields,
      how: 'export',
      reasonCode: 'payment',
      reason,
    },
  ]);
  return { batchNo: payment.batchNo, text };
}
