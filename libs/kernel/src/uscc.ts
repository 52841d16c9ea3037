// Unified social credit codes: GB 32100-2015 (domain §1.6, §9.2).

export type UsccRule = 'LENGTH' | 'CHARSET' | 'CHECK' | 'NOT_UNION_PREFIX';
export type UsccRole = 'grassroots_union' | 'other_union' | 'not_union';
export type ParsedUscc =
  | { ok: true; uscc: string; role: UsccRole; warnings: 'ORG_CODE_CHECK'[] }
  | { ok: false; rule: UsccRule };

// I, O, S, V and Z are never used, so letters cannot be valued by their distance from A.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const LENGTH = 18;
const LAYOUT = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Parses any unit's code: trimmed, upper-cased; full-width characters fail (GB 32100). */
export function parseUscc(raw: string): ParsedUscc {
  const uscc = raw.trim().toUpperCase();
  if (uscc.length !== LENGTH) return { ok: false, rule: 'LENGTH' };
  if (!LAYOUT.test(uscc)) return { ok: false, rule: 'CHARSET' };
  if (usccCheckChar(uscc) !== uscc[17]) return { ok: false, rule: 'CHECK' };
  const inner = orgCodeCheckChar(uscc.slice(8, 16)) === uscc[16];
  return { ok: true, uscc, role: usccRole(uscc), warnings: inner ? [] : ['ORG_CODE_CHECK'] };
}

/** Parses a union's own code; an enterprise's code belongs in host_uscc and fails (domain §1.6). */
export function checkUnionUscc(raw: string): ParsedUscc {
  const parsed = parseUscc(raw);
  if (parsed.ok && parsed.role === 'not_union') return { ok: false, rule: 'NOT_UNION_PREFIX' };
  return parsed;
}

/** Whose code it is by its prefix: 81 grassroots union, 89 other union organisation. */
export function usccRole(uscc: string): UsccRole {
  if (uscc.startsWith('81')) return 'grassroots_union';
  return uscc.startsWith('89') ? 'other_union' : 'not_union';
}

/** The 18th character of the first 17 (GB 32100: Σ value·3^(i−1) mod 31). */
export function usccCheckChar(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * valueAt(first17, at), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31); // the outer remainder turns 31 into 0
}

const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check character of an 8-character organisation code (GB 11714, letters A=10 … Z=35). */
export function orgCodeCheckChar(first8: string): string {
  const sum = ORG_WEIGHTS.reduce((total, w, at) => total + w * parseInt(first8.charAt(at), 36), 0);
  const rest = 11 - (sum % 11);
  if (rest === 10) return 'X';
  return rest === 11 ? '0' : String(rest);
}

function valueAt(text: string, at: number): number {
  return ALPHABET.indexOf(text.charAt(at));
}
