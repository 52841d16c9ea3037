import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import { inTx, startFinance, openUnion, voucher, journal, cash, pot } from './scene.ts';
import { postVouchers } from './post-vouchers.ts';
const backends = await startBackends({ durable: true });
const service = await startFinance({ backends });
try {
  const unionId = await openUnion(service);
  if (process.argv[2]) {
    await service.sql`load 'auto_explain'`;
    const c = new (await import('pg')).Client({ connectionString: service.settings.database.url });
    await c.connect();
    for (const q of [
      `alter role test_finance set session_preload_libraries='auto_explain'`,
      `alter system set auto_explain.log_min_duration=0`,
      `alter system set auto_explain.log_analyze=on`,
      `alter system set auto_explain.log_nested_statements=on`,
      `alter system set auto_explain.log_timing=off`,
      `alter system set auto_explain.log_triggers=on`,
      `select pg_reload_conf()`,
    ])
      await c.query(q);
    const r = await c.query(`select pg_current_logfile(), current_setting('data_directory') d`);
    console.log(r.rows);
    await c.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename='test_finance'`,
    );
    await new Promise((r) => setTimeout(r, 2500));
    await c.end();
  }

  for (const kind of process.argv[2] ? ['hot', 'moves'] : ['hot', 'moves', 'hot', 'moves']) {
    let n = 0,
      cpuMs = 0;
    const t = performance.now();
    while (performance.now() - t < 4000) {
      const vs = Array.from({ length: 1000 }, (_, i) =>
        kind === 'hot'
          ? voucher({
              legs: journal('135', '215', 1 + (i % 7)).map((l, k) =>
                k === 1
                  ? { ...l, account: { code: '215', partyId: `p${(i * 7919 + n) % 5000}` } }
                  : l,
              ),
            })
          : voucher({
              legs: [
                { account: cash, amountFen: 100 },
                {
                  account: { code: '21202', partyId: `p${(i * 7919 + n) % 5000}` },
                  amountFen: -100,
                },
              ],
              moves: [
                {
                  from: { kind: 'payer', key: `u${i % 3000}` },
                  to: pot('lower', `p${(i * 7919 + n) % 5000}`),
                  amountFen: 100,
                },
              ],
            }),
      );
      const cpu = process.cpuUsage();
      const r = await inTx(service, (tx) => postVouchers(tx, unionId, vs));
      if (r.some((x) => x.refusal)) throw new Error(JSON.stringify(r.find((x) => x.refusal)));
      const u = process.cpuUsage(cpu);
      cpuMs += (u.user + u.system) / 1000;
      n += 1000;
    }
    console.log(
      kind,
      Math.round((n * 1000) / (performance.now() - t)),
      '/s',
      n,
      'node ms a batch',
      ((cpuMs / n) * 1000).toFixed(1),
    );
  }
  await new Promise((r) => setTimeout(r, 500));
  if (process.argv[2]) {
    const d = (await service.sql`select current_setting('data_directory') as d`)[0].d;
    (await import('node:fs')).copyFileSync(d + '.log', '/tmp/led-pg.log');
  }
} finally {
  await service.stop();
  await backends.stop();
}
