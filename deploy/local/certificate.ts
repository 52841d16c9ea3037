// Anybody verifies a certificate of honour at a terminal: no node has to run.
import path from 'node:path';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { certificateVerify } from '@gonglian/proof/certificate-command.ts';
import { Misuse } from '@gonglian/proof/verify-command.ts';
import { root } from './home.ts';

export function certificate([what, ...args]: string[]): Promise<number> {
  if (what !== 'verify') throw new Trouble('说明要做什么 / say what: verify');
  const fileAt = (name: string) => path.resolve(process.env.INIT_CWD ?? root, name);
  try {
    return Promise.resolve(certificateVerify(args, console.log, fileAt) ? 0 : 1);
  } catch (error) {
    if (error instanceof Misuse) throw new Trouble(error.message, { cause: error });
    throw error;
  }
}
