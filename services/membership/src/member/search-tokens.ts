// What a member can be found by, as keyed numbers: the database holds no name and no phone, and learns from a token
// only that two of them are equal (security T7).
import type { Vault } from '@gonglian/kernel/vault.ts';
import { comparableName, isLatin, latinWords, pinyinInitials } from './name-text.ts';

/** What is found by: the first character, a pair of neighbours, initials or a word's beginning, a phone's last four. */
export type Key = `${'first' | 'pair' | 'letters' | 'tail'}|${string}`;

const LETTERS_MIN = 2;
const LETTERS_MAX = 4;
const TAIL_DIGITS = 4;

/** Every key of one person; a name of three ideographs and a phone make six. */
export function keysOf({ name, phone }: { name: string; phone: string }): Set<Key> {
  const compared = comparableName(name);
  const keys = new Set(pairsOf(compared));
  const first = firstOf(compared);
  if (first) keys.add(first);
  for (const word of [pinyinInitials(compared), ...latinWords(compared)]) {
    for (let end = LETTERS_MIN; end <= Math.min(LETTERS_MAX, word.length); end += 1) {
      keys.add(`letters|${word.slice(0, end)}`);
    }
  }
  if (phone.length >= TAIL_DIGITS) keys.add(tailOf(phone));
  return keys;
}

/** A search by one character finds it in front: a single one inside would find everybody. */
export function firstOf(name: string): Key | undefined {
  const [first] = name;
  return first === undefined ? undefined : `first|${first}`;
}

/** Neighbours, two by two; Latin words are found by how they begin, so their pairs are left out. */
export function pairsOf(name: string): Key[] {
  const characters = Array.from(name);
  return characters.slice(1).flatMap((character, at): Key[] => {
    const before = characters[at] ?? '';
    return isLatin(before) || isLatin(character) ? [] : [`pair|${before}${character}`];
  });
}

/** Four letters at most are kept; what is longer is compared with the opened name. */
export function lettersOf(word: string): Key {
  return `letters|${word.slice(0, LETTERS_MAX)}`;
}

export function tailOf(digits: string): Key {
  return `tail|${digits.slice(-TAIL_DIGITS)}`;
}

const REMEMBERED_MAX = 100_000;
const rememberedOf = new WeakMap<Vault, Map<Key, string>>();

/** The keyed number of each key, as the text of a positive bigint; the commoner ones are remembered. */
export function tokensOf(vault: Vault, keys: Iterable<Key>): string[] {
  const known = rememberedOf.get(vault) ?? new Map<Key, string>();
  rememberedOf.set(vault, known);
  return Array.from(keys, (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED_MAX) known.clear();
    const token = String(vault.blindToken('member', key));
    known.set(key, token);
    return token;
  });
}
