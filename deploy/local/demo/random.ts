import { createHash } from 'node:crypto';

/** A repeatable sequence of numbers in [0, 1): the same seed makes the same year (mulberry32). */
export function seeded(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An element by weight; weights need not add up to one. */
export function weighted<T>(random: () => number, choices: readonly (readonly [T, number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (!last) throw new Error('nothing to choose from');
  return last[0];
}

/** A UUID that is always the same for the same name: a repeated load names the same unions. */
export function namedId(name: string): string {
  const hash = createHash('sha256').update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** Splits a whole into parts near-equal in size, none below `least`; the parts add up to the whole exactly. */
export function shares(whole: number, parts: number, random: () => number, least = 1): number[] {
  const weights = Array.from({ length: parts }, () => 0.4 + random() * random() * 3);
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = whole - least * parts;
  if (spare < 0) throw new Error(`${whole} cannot be split into ${parts} parts of ${least}`);
  const result = weights.map((weight) => least + Math.floor((weight / sum) * spare));
  let missing = whole - result.reduce((a, b) => a + b, 0);
  for (let at = 0; missing > 0; at = (at + 1) % parts, missing -= 1)
    result[at] = (result[at] ?? 0) + 1;
  return result;
}

/** Splits a whole into parts that differ by one at most, the larger first. */
export function evenly(whole: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, at) => Math.floor(whole / parts) + (at < whole % parts ? 1 : 0),
  );
}
