// Whether somebody proved in two ways who he is, as far as the provider says how (RFC 8176; OpenID Connect Core 2).

/** Two methods of one kind are one factor: who stole the one knows the other. */
const KINDS: readonly ReadonlySet<string>[] = [
  new Set(['pwd', 'pin', 'kba']),
  new Set(['otp', 'hwk', 'swk', 'sc', 'pop', 'sms', 'tel']),
  new Set(['fpt', 'face', 'iris', 'retina', 'vbm']),
];
const SEVERAL = 'mfa';

/**
 * `acrs`: values of `acr` with which this provider says that it asked for two factors. The claims are of a token whose
 * signature was checked.
 */
export function provedTwice(
  { amr, acr }: Readonly<Record<string, unknown>>,
  acrs: readonly string[] = [],
): boolean {
  if (typeof acr === 'string' && acrs.includes(acr)) return true;
  const methods: unknown[] = Array.isArray(amr) ? amr : [];
  const kinds = KINDS.filter((kind) => methods.some((one) => kind.has(String(one))));
  return methods.includes(SEVERAL) || kinds.length > 1;
}
