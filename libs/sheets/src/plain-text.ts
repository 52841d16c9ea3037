// What a person sees of a cell's text: no invisible characters, composed letters, no space around.

/** A text without any of these is as it should be, but for the space around it. */
const unusual = /[^\x20-\x7e\u3001\u3002\u4e00-\u9fff\uff01-\uff5e]/;
const controls = /(?![\n\t])\p{Cc}/gu;
/** Zero-width characters, direction marks and overrides, word joiner, isolates, byte order mark. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Rare characters, full-width forms and the kinds of the middle dot stay as they were typed: whether
 * they are the same to a field is for who reads the field to say.
 */
export function plainText(text: string): string {
  if (!unusual.test(text)) return text.trim();
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(controls, '')
    .replaceAll(invisible, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();
}

const escaped = /_x([0-9A-Fa-f]{4})_/g;
/** A character may be written as seven (_x000D_), and some are left out. */
const STORED_PER_CHAR = 8;

/** Gathers the runs of one cell, as far as they can matter. */
export function joined(text: string, more: string, cellChars: number): string {
  return text.length > cellChars * STORED_PER_CHAR ? text : text + more;
}

/** Text of a workbook, where _x000D_ stands for a character that XML cannot hold. */
export function workbookText(text: string, cellChars: number): string {
  // Far too long: it stays so, for whoever counts to see.
  if (text.length > cellChars * STORED_PER_CHAR) return text;
  if (!text.includes('_x')) return plainText(text);
  return plainText(
    text.replaceAll(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}
