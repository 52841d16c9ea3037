import { fenOf } from './fen.ts';

/** Fen of a balance as typed: an account may be overdrawn, and may be empty. Undefined for what is no amount. */
export function signedFen(yuan: string): string | undefined {
  const [, sign = '', size = ''] = /^(-?)([\d,]+(?:\.\d{1,2})?)$/.exec(yuan.trim()) ?? [];
  const fen = fenOf(size);
  if (size === '' || (fen === '0' && /[1-9]/.test(size))) return undefined;
  return BigInt(fen) === 0n ? '0' : `${sign}${fen}`;
}
