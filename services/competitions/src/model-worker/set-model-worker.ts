// What payments need to know of a holder, beside the roster of grants: who he is and what he holds is said there. Nobody is
// shown an income or an account whole, so what is left out stays as it is.
import type { ModelWorker } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { duplicate, invalid, stale } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { accountNumber, bankCode } from '@gonglian/service/payee-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { LIVELIHOODS } from './care-policy.ts';
import { accountPlace, incomePlace, modelWorkerView, readModelWorker } from './model-worker.ts';

const SetModelWorker = z.strictObject({
  personId: id,
  unionId: id,
  livelihood: code(LIVELIHOODS),
  incomeKnown: z.boolean(),
  incomeFen: z.bigint().min(0n, 'negative').max(BigInt(FEN_MAX), 'too_large').transform(Number),
  accountNumber: accountNumber.or(z.literal('')),
  bankCode: bankCode.or(z.literal('')),
  accountId: z.string().trim().max(100, 'too_long'),
  memberId: optionalId,
  seenVersion: z.int().min(0, 'negative'),
});
type SetModelWorker = z.output<typeof SetModelWorker>;

/** Invalid FIELD_INVALID: an account has its bank, and an income that is not known is no figure. */
export function decideFields(
  ask: Pick<SetModelWorker, 'accountNumber' | 'bankCode' | 'incomeKnown' | 'incomeFen'>,
): void {
  if ((ask.accountNumber === '') !== (ask.bankCode === ''))
    throw invalid('FIELD_INVALID', { field: 'bankCode', rule: 'with_the_account' });
  if (!ask.incomeKnown && ask.incomeFen !== 0)
    throw invalid('FIELD_INVALID', { field: 'incomeFen', rule: 'not_known' });
}

export const setModelWorker = command({
  schema: SetModelWorker,
  permission: 'competitions.model-worker.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<ModelWorker> {
    const { sql, own, actor } = tx;
    const { personId, unionId, seenVersion } = ask;
    decideFields(ask);
    await requireLivingUnion(sql, unionId);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`model worker ${personId}`}, 0))`;
    const { version } = await readModelWorker(sql, personId);
    if (version !== seenVersion) throw stale('VERSION_MOVED', { version });
    await tx.beyondScope('nobody is on the register of two unions');
    const income = ask.incomeKnown
      ? own.vault.seal(String(ask.incomeFen), incomePlace(personId))
      : null;
    const account =
      ask.accountNumber === '' ? null : own.vault.seal(ask.accountNumber, accountPlace(personId));
    const written = await sql`
      insert into model_worker as w (person_id, union_id, livelihood, income_sealed, account_sealed, bank_code,
        account_id, member_id, set_by)
      values (${personId}, ${unionId}, ${ask.livelihood}, ${income}, ${account}, ${ask.bankCode},
        ${ask.accountId}, ${ask.memberId || null}, ${actor.id})
      on conflict (person_id) do update set union_id = excluded.union_id, livelihood = excluded.livelihood,
        income_sealed = coalesce(excluded.income_sealed, w.income_sealed),
        account_sealed = coalesce(excluded.account_sealed, w.account_sealed),
        bank_code = coalesce(nullif(excluded.bank_code, ''), w.bank_code),
        account_id = coalesce(nullif(excluded.account_id, ''), w.account_id),
        member_id = coalesce(excluded.member_id, w.member_id),
        set_by = excluded.set_by, version = w.version + 1
      where w.version = ${seenVersion} returning 1`;
    // On the register of a union that is out of reach.
    if (written.length === 0) throw duplicate('MODEL_WORKER_ELSEWHERE');
    return modelWorkerView(own.vault, await readModelWorker(sql, personId));
  },
});
