// A month's statement comes in once; each of its lines is matched to the books, or stands on a list until it is.
import type { BankReconciliation } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { balanceFen } from '../amount.ts';
import { command, type Tx } from '../pipeline.ts';
import { matchStatement, purposePlace } from './match-statement.ts';
import { month } from './month.ts';
import { fileContent, readBankFile } from './read-bank-file.ts';
import { readReconciliation } from './reconciliation.ts';
import { reconcilePayments } from './reconcile-payments.ts';
import {
  decideStatement,
  parseStatement,
  STATEMENT_COLUMNS,
  type Neighbours,
  type StatementLine,
} from './statement-file.ts';

const ImportBankStatement = z.strictObject({
  unionId: id,
  bank: optionalText(40),
  month,
  openingFen: balanceFen,
  closingFen: balanceFen,
  fileName: text(100),
  content: fileContent,
});
type ImportBankStatement = z.output<typeof ImportBankStatement>;

export const importBankStatement = command({
  schema: ImportBankStatement,
  permission: 'finance.bank.import',
  unions: ({ unionId }) => [unionId],
  prepare: async ({ own }, ask) =>
    parseStatement(await readBankFile(own.vault, ask, STATEMENT_COLUMNS)),
  async run(tx, ask, lines): Promise<BankReconciliation> {
    const { sql } = tx;
    const { unionId, bank } = ask;
    const known = await findStatement(tx, ask);
    const sha256 = sha256Hex(ask.content);
    if (known && known !== sha256) throw refused('STATEMENT_EXISTS', { month: ask.month });
    if (!known) {
      decideStatement(ask, lines, await readNeighbours(tx, ask));
      await writeStatement(tx, ask, lines, sha256);
    }
    await matchStatement(tx, unionId, bank);
    await reconcilePayments(sql, unionId, bank);
    const done = await readReconciliation(tx, { unionId, bank, month: ask.month });
    // The answer of a command is kept as it is, and what a bank writes as a purpose often names somebody.
    return { ...done, bankOnly: [], bookOnly: [] };
  },
});

/** The hash of the month's file, where it was imported. */
async function findStatement({ sql }: Tx, ask: ImportBankStatement): Promise<string | undefined> {
  const { unionId, bank } = ask;
  // The account's row is what two imports of one account wait at.
  const [account] = await sql`
    select from bank_account where union_id = ${unionId} and bank = ${bank} for update`;
  if (!account) throw refused('BANK_ACCOUNT_UNKNOWN', { bank });
  const [known] = await sql<{ sha256: string }>`
    select sha256 from bank_statement
    where union_id = ${unionId} and bank = ${bank} and month = ${ask.month}`;
  return known?.sha256;
}

async function readNeighbours({ sql }: Tx, ask: ImportBankStatement): Promise<Neighbours> {
  const [near] = await sql<{ before: number | null; after: number | null }>`
    select (select closing_fen::float8 from bank_statement
        where union_id = ${ask.unionId} and bank = ${ask.bank} and month < ${ask.month}
        order by month desc limit 1) as before,
      (select opening_fen::float8 from bank_statement
        where union_id = ${ask.unionId} and bank = ${ask.bank} and month > ${ask.month}
        order by month limit 1) as after`;
  return {
    ...(near?.before == null ? {} : { closingBeforeFen: near.before }),
    ...(near?.after == null ? {} : { openingAfterFen: near.after }),
  };
}

async function writeStatement(
  { sql, own, actor, now }: Tx,
  ask: ImportBankStatement,
  lines: readonly StatementLine[],
  sha256: string,
): Promise<void> {
  const { unionId, bank } = ask;
  const statementId = newId();
  await sql`
    insert into bank_statement (id, union_id, bank, month, opening_fen, closing_fen, sha256, line_count,
      imported_by, imported_at)
    values (${statementId}, ${unionId}, ${bank}, ${ask.month}, ${ask.openingFen}, ${ask.closingFen},
      ${sha256}, ${lines.length}, ${actor.id}, ${now})`;
  const ids = lines.map(newId);
  // What a bank writes as a purpose often names somebody.
  const sealed = lines.map((line, at) =>
    own.vault.seal(line.purpose, purposePlace(ids[at] as string)),
  );
  await sql`
    insert into statement_line (id, statement_id, union_id, bank, month, seq, posted_on, amount_fen,
      serial, purpose)
    select id, ${statementId}, ${unionId}, ${bank}, ${ask.month}, seq, posted_on, fen, serial, purpose
    from unnest(${ids}::uuid[], ${lines.map((line) => line.postedOn)}::date[],
      ${lines.map((line) => line.amountFen)}::bigint[], ${lines.map((line) => line.serial)}::text[],
      ${sealed}::bytea[]) with ordinality as l(id, posted_on, fen, serial, purpose, seq)`;
}
