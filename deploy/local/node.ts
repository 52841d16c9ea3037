import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { root } from './home.ts';

/** Becomes the node: signals and the exit code are its own. Returns only when that fails. */
export async function node(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { config: { type: 'string' }, services: { type: 'string' } },
  });
  if (values.config === undefined) throw new Trouble('say which node: --config FILE');
  const config = path.resolve(process.env.INIT_CWD ?? root, values.config);
  if (!existsSync(config)) throw new Trouble(`there is no file ${config}`);
  const main = path.join(root, 'services/node/src/main.ts');
  if (!process.execve) throw new Trouble(`not on ${process.platform}`);
  return process.execve(
    process.execPath,
    [
      process.execPath,
      main,
      '--config',
      config,
      ...(values.services === undefined ? [] : ['--services', values.services]),
    ],
    process.env,
  );
}
