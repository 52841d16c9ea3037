// Names as they are compared: one form for what many keyboards, forms and old systems write in many ways.
import { pinyin } from 'pinyin-pro';

const DOTS = /[·•・‧∙⋅･]/gu;
/** Zero-width and direction marks (class Cf), and variation selectors: they show nothing. */
const INVISIBLE = /[\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * A name in the one form that is compared: NFC, half-width, small letters, one kind of dot, nothing
 * invisible, and no space in or beside ideographs. Characters are code points, so 䶮, 𠮷 and 𰻝 are one each.
 */
export function comparableName(text: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replace(DOTS, '·')
    .toLowerCase();
  return HAN.test(plain) ? plain.replace(/\s+/g, '') : plain.trim().replace(/\s+/g, ' ');
}

export function isLatin(character: string): boolean {
  return LATIN.test(character);
}

/** The words of Latin letters in a comparable name. */
export function latinWords(name: string): string[] {
  return name.match(/\p{Script=Latin}+/gu) ?? [];
}

/** Read otherwise, or not at all, by the library. */
const READINGS: ReadonlyMap<string, string> = new Map([
  ['𠮷', 'j'],
  ['𰻝', 'b'],
]);
const LETTER = /^[a-z]$/;
const REMEMBERED_MAX = 50_000;
const heads = new Map<string, string>();
const letters = new Map<string, string>();

/**
 * The first letters of a comparable name's readings: 仇小明 → qxm. A surname is read as one (仇 Qiú, 单 Shàn, 区 Ōu,
 * 尉迟 Yùchí), the rest by the usual reading of each character; a Latin word gives its first letter, and what has no
 * reading gives nothing.
 */
export function pinyinInitials(name: string): string {
  const characters = Array.from(name);
  if (!characters.some((character) => HAN.test(character))) {
    return latinWords(name)
      .map((word) => word.charAt(0))
      .join('');
  }
  const [first = '', second = '', ...rest] = characters;
  return remembered(heads, first + second, readHead) + rest.map(letterOf).join('');
}

function letterOf(character: string): string {
  return remembered(letters, character, (one) => read(one, 'off'));
}

/** The first two characters together: only so is a compound surname known. */
function readHead(head: string): string {
  return read(head, 'head');
}

function read(text: string, surname: 'head' | 'off'): string {
  const spelt = pinyin(text, { surname, pattern: 'first', toneType: 'none', type: 'array' });
  const own = Array.from(text).map((character) => READINGS.get(character));
  return spelt
    .map((letter, at) => own[at] ?? letter.toLowerCase())
    .filter((letter) => LETTER.test(letter))
    .join('');
}

/** Names repeat their parts: each is worked out once while there is room. */
function remembered(
  known: Map<string, string>,
  key: string,
  make: (key: string) => string,
): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= REMEMBERED_MAX) known.clear();
  const made = make(key);
  known.set(key, made);
  return made;
}
