import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** Each measures in a process of its own, so that no figure carries the memory or the warm code of another. */
const benches: Record<string, string> = {
  'commit-to-consumer': 'tests/bench/commit-to-consumer.ts',
  'four-hops': 'tests/bench/four-hops.ts',
  'join-batch': 'services/membership/src/join/join-batch.bench.ts',
  'find-members': 'services/membership/src/member/find-members.bench.ts',
  import: 'services/membership/src/import/import.bench.ts',
  export: 'services/membership/src/export/export.bench.ts',
  ledger: 'services/finance/src/ledger/post-vouchers.bench.ts',
  'ledger-age': 'services/finance/src/ledger/ledger-age.bench.ts',
  'rollup-page': 'services/sync/src/rollup/get-rollup.bench.ts',
  trace: 'services/finance/src/trace/trace-money.bench.ts',
  'trace-across': 'tests/bench/trace-across.ts',
  'tax-file': 'services/finance/src/receipt/tax-file.bench.ts',
  'audit-package': 'services/finance/src/package/audit-package.bench.ts',
  standing: 'services/competitions/src/scoring/ranking.bench.ts',
  'last-places': 'services/competitions/src/entry/last-places.bench.ts',
  'member-places': 'services/welfare/src/place/last-places.bench.ts',
  'relief-preview': 'services/welfare/src/relief/eligibility.bench.ts',
  'claim-queue': 'services/welfare/src/mutual-aid/claim-queue.bench.ts',
  'work-order-dues': 'services/welfare/src/work-order/recompute-dues.bench.ts',
  'honour-slate': 'services/competitions/src/nomination/slate-check.bench.ts',
  'score-board': 'services/gateway/src/boards.bench.ts',
  sheets: 'libs/sheets/src/read-workbook.bench.ts',
  'console-first-load': 'tests/bench/console-first-load.ts',
  'node-start': 'tests/bench/node-start.ts',
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `no benchmark "${unknown.join(', ')}"; there are ${Object.keys(benches).join(', ')}`,
  );
  process.exit(2);
}
let failed = 0;
for (const [name, file] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}`);
  const done = spawnSync(process.execPath, [file], {
    cwd: root,
    stdio: 'inherit',
    timeout: 900_000,
  });
  if (done.status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
