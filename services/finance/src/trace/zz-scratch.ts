import { startBackends } from '@gonglian/testing/global-setup.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, openUnion, startFinance } from '../ledger/scene.ts';
import { asking, moving, OWN, payer, project, recipient } from './scene.ts';
import { traceMoney } from './trace-money.ts';
import { TraceAsk } from './trace-fields.ts';
const backends = await startBackends({ durable: true });
const service = await startFinance({ backends });
try {
  const unionId = await openUnion(service);
  for (let r = 0; r < 30; r++) {
    const vs = [...Array.from({length: 60}, (_, v) => moving(Array.from({length:10}, (_, n) => [payer(`u${(v*10+n+r)%97}`), OWN, 1000+n] as const))),
      moving([[OWN, project('p'), 300_000]]),
      ...Array.from({length: 30}, (_, v) => moving(Array.from({length:10}, (_, n) => [project('p'), recipient(`r${n}`), 900+n] as const)))];
    await inTx(service, (tx) => postVouchers(tx, unionId, vs));
  }
  await service.sql`analyze`;
  const times: Record<string, number[]> = {};
  for (let i = 0; i < 200; i++) { const t=performance.now();  await inTx(service, async (tx) => { (times.open ??= []).push(performance.now()-t);
   const sql = async (...a: any[]) => { const q=performance.now(); const r = await (tx.sql as any)(...a); (times[String(a[0][0]).slice(0,60).replace(/\s+/g,' ')] ??= []).push(performance.now()-q); return r; };
   return traceMoney.run({ ...tx, sql: sql as never, token: '' }, TraceAsk.parse(asking(unionId, { voucherNo: 900n, moveN: 3 })) as never); }); (times.whole ??= []).push(performance.now()-t); }
  for (const [n, ts] of Object.entries(times)) { ts.sort((a,b)=>a-b); console.log(n, ts.length, 'min', ts[0]?.toFixed(2), 'median', ts[ts.length>>1]?.toFixed(2)); }
} finally { await service.stop(); await backends.stop(); }
