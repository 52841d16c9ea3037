// A model worker as payments, checks and visits know him: the roster of grants with what the register adds to it.
import type { ModelWorker } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { maskBankCard } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { HonourLevel } from '../honour/honour-policy.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';
import type { Livelihood } from './care-policy.ts';

export interface ModelWorkerRow {
  personId: string;
  nameSealed: Buffer;
  unionId: string;
  unionName: string;
  grade: HonourLevel;
  grantedOn: string;
  standing: string;
  livelihood: Livelihood | '';
  incomeSealed: Buffer | null;
  accountSealed: Buffer | null;
  bankCode: string;
  accountId: string;
  memberId: string | null;
  checkedYear: number;
  checkedOn: string;
  checkOutcome: string;
  version: number;
}

export const incomePlace = (personId: string) => `model-worker.income.${personId}`;
export const accountPlace = (personId: string) => `model-worker.account.${personId}`;

/** MODEL_WORKER_UNKNOWN for who holds no such honour, or is out of reach. */
export async function readModelWorker(sql: Sql, personId: string): Promise<ModelWorkerRow> {
  const [row] = await sql<ModelWorkerRow>`
    select * from model_worker_row where "personId" = ${personId}::uuid`;
  if (!row) throw notFound('MODEL_WORKER_UNKNOWN', { personId });
  return row;
}

/** Fen a month; undefined where nobody has said. */
export function openIncome(
  vault: Vault,
  { personId, incomeSealed }: Pick<ModelWorkerRow, 'personId' | 'incomeSealed'>,
): number | undefined {
  return incomeSealed === null
    ? undefined
    : Number(vault.open(incomeSealed, incomePlace(personId)));
}

/** The income is never shown: only whether it is known. */
export function modelWorkerView(vault: Vault, row: ModelWorkerRow): ModelWorker {
  const { personId, nameSealed, incomeSealed, accountSealed, ...rest } = row;
  const { bankCode: _, accountId: _a, memberId: _m, ...shown } = rest;
  const account = accountSealed && vault.open(accountSealed, accountPlace(personId));
  return {
    ...shown,
    personId,
    personNameMasked: shownName(vault, personId, nameSealed),
    incomeKnown: incomeSealed !== null,
    accountMasked: account ? maskBankCard(account) : '',
  };
}
