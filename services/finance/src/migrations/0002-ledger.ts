import type { Migration } from '@gonglian/service/migrate.ts';
import {
  carryFunctions,
  LEDGER_FUNCTIONS,
  openFunction,
  periodFunction,
  postFunction,
} from './ledger-functions.ts';
import { ledgerGuards } from './ledger-guards.ts';
import { APPENDED, DERIVED, ledgerTables } from './ledger-tables.ts';
import { verifyFunctions } from './ledger-verify.ts';

/** Books, vouchers, pots and their chain: read by the service, written by the functions named here and nobody else. */
export const ledger: Migration = {
  name: '0002-ledger',
  sql: [
    ledgerTables,
    ledgerGuards,
    openFunction,
    carryFunctions,
    postFunction,
    periodFunction,
    verifyFunctions,
  ].join('\n'),
  sealed: { tables: [...APPENDED, ...DERIVED], functions: LEDGER_FUNCTIONS },
};
