// Names as they are kept and compared: one form for what many keyboards, forms and old systems write in many ways.
import { pinyin } from 'pinyin-pro';

const DOTS = /[·•・‧∙⋅･]/gu;
/** Zero-width and direction marks (class Cf), variation selectors, fillers: they show nothing. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
/** Line breaks and tabs are none: within a name they stay, to be refused. */
const SPACES = /\p{Zs}+/gu;
const BESIDE_HAN = /(?<=[\p{Script=Han}·])\p{Zs}+|\p{Zs}+(?=[\p{Script=Han}·])/gu;

/** What is seen of a text, ASCII in half width; spaces stay. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').replace(FULL_WIDTH, (wide) => wide.normalize('NFKC'));
}

/**
 * A name in the one form that is kept: NFC, half-width, one kind of dot, nothing invisible, and no space in or beside
 * ideographs. Nothing is judged: what no name may have is still there. Characters are code points, so 䶮, 𠮷 and 𰻝 are
 * one each.
 */
export function cleanName(text: string): string {
  const plain = visibleText(text).normalize('NFC').replace(DOTS, '·').trim();
  return plain.replace(BESIDE_HAN, '').replace(SPACES, ' ');
}

/** The form that is compared: the one that is kept, in small letters. */
export function comparableName(text: string): string {
  return cleanName(text).toLowerCase();
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
