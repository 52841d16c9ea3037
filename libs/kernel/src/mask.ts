// What a masked value shows (domain §7.3, §9.15). Masks hide by characters, so rare ideographs count as one.

/** Surnames of two characters; a name not listed is read as having one. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 百里 东郭 南宫 ' +
    '呼延 澹台 赫连 拓跋 申屠 太史 独孤 西门 闻人 公冶 濮阳 淳于 单于 宗政 钟离 闾丘 万俟 鲜于 左丘 第五'
  ).split(' '),
);

export type NameStyle = 'list' | 'strict';

/** A name: the first character, and in lists the last one too when the given name has more than one. */
export function maskName(name: string, style: NameStyle = 'list'): string {
  const text = name.trim();
  const characters = charactersOf(text);
  const [first, second = ''] = characters;
  if (first === undefined) return '';
  if (characters.length === 1) return '*';
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(first + second);
  const givenLength = characters.length - (compound ? 2 : 1);
  const tail = style === 'list' && givenLength > 1 && IDEOGRAPHS.test(text) ? 1 : 0;
  return maskMiddle(characters, 1, tail);
}

/** official: 6+4 for a review that needs the region; list: 3+4; strict: 3+2; tail: the last 4 alone. */
export type IdNumberStyle = 'official' | 'list' | 'strict' | 'tail';
const ID_NUMBER_SHOWN: Record<IdNumberStyle, readonly [head: number, tail: number]> = {
  official: [6, 4],
  list: [3, 4],
  strict: [3, 2],
  tail: [0, 4],
};

/** A document number of any type; one too short to hide half of itself is hidden whole. */
export function maskIdNumber(idNumber: string, style: IdNumberStyle = 'tail'): string {
  const [head, tail] = ID_NUMBER_SHOWN[style];
  return maskOrHide(idNumber, head, tail);
}

/** A mobile number: 3+4. */
export function maskPhone(phone: string): string {
  return maskOrHide(phone, 3, 4);
}

/** A bank card: the last four digits, with the issuer's four on request. */
export function maskBankCard(card: string, show: 'tail' | 'issuer_and_tail' = 'tail'): string {
  return maskOrHide(card, show === 'tail' ? 0 : 4, 4);
}

/** An address: the names of its regions and nothing of the free text. */
export function maskAddress(regionNames: readonly string[]): string {
  return `${regionNames.join('')}***`;
}

function maskOrHide(text: string, head: number, tail: number): string {
  const characters = charactersOf(text.trim());
  const shown = head + tail;
  if (characters.length - shown < Math.min(4, shown)) return '*'.repeat(characters.length);
  return maskMiddle(characters, head, tail);
}

const IDEOGRAPHS = /^\p{Script=Han}+$/u;
const BEYOND_16_BITS = /[\ud800-\udfff]/;

/** Exports mask hundreds of thousands of values; nearly all of them need no look at code points. */
function charactersOf(text: string): string[] {
  return BEYOND_16_BITS.test(text) ? Array.from(text) : text.split('');
}

function maskMiddle(characters: readonly string[], head: number, tail: number): string {
  const hidden = characters.length - head - tail;
  const end = characters.slice(characters.length - tail).join('');
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + end;
}
