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
  const services = values.services === undefined ? [] : ['--services', values.services];
  return become('main.ts', values.config, services);
}

/** Becomes the program that changes a node's key ring. */
export async function keys(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { config: { type: 'string' }, to: { type: 'string' } },
  });
  const to = values.to === undefined ? [] : ['--to', fileAt(values.to)];
  return become('keys.ts', values.config, [...positionals, ...to]);
}

function become(program: string, config: string | undefined, more: string[]): number {
  if (config === undefined) throw new Trouble('say which node: --config FILE');
  const main = path.join(root, 'services/node/src', program);
  if (!process.execve) throw new Trouble(`not on ${process.platform}`);
  const command = [process.execPath, main, '--config', fileAt(config), ...more];
  return process.execve(process.execPath, command, process.env);
}

function fileAt(name: string): string {
  const file = path.resolve(process.env.INIT_CWD ?? root, name);
  if (!existsSync(file)) throw new Trouble(`there is no file ${file}`);
  return file;
}
