/** Fen from yuan as typed, digit by digit; '0' for what is no amount, which the node then refuses by its rule. */
export function fenOf(yuan: string): string {
  const read = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(yuan.trim().replaceAll(',', ''));
  if (!read) return '0';
  const [, whole = '', part = ''] = read;
  return String(BigInt(whole + part.padEnd(2, '0')));
}
