import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { placeFor } from '@gonglian/embedded/postgres-place.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { dropDatabases } from './databases.ts';
import { stopEverything } from './down.ts';
import { openHome } from './home.ts';
import { checked, dataDirOf } from './postgres.ts';
import { basePort, planNodes } from './topology.ts';
import { inTurn } from './turn.ts';

/** All that is ours but what is slow to fetch again; GONGLIAN_HOME may hold things of others. */
const DATA = [
  'nodes',
  'run',
  'secrets.json',
  'pg',
  'pg.log',
  'pg.log.1',
  'pg.new',
  'pg.pw',
  'pg-native',
];

export async function reset(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean', default: false } } });
  const home = openHome();
  const given = process.env.DATABASE_URL;
  const server = given ? ` and the databases gl_… on the server of DATABASE_URL` : '';
  if (!values.yes && !(await agreed(`delete all data in ${home.dir}${server}?`))) return 1;
  await inTurn(home, console.log, async () => {
    await stopEverything(home);
    if (given)
      await dropDatabases(await checked(given, 'DATABASE_URL'), planNodes(basePort(process.env)));
    const data = await placeFor(dataDirOf(home));
    if (path.dirname(data) !== home.dir)
      rmSync(path.dirname(data), { recursive: true, force: true });
    for (const name of DATA) rmSync(path.join(home.dir, name), { recursive: true, force: true });
  });
  console.log('all local data is deleted');
  return 0;
}

async function agreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Trouble('it asks first; without a terminal, say --yes');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test(await lines.question(`${question} [y/N] `));
  } finally {
    lines.close();
  }
}
