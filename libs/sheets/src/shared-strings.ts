import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { SheetLimits } from './limits.ts';
import { joined, workbookText } from './plain-text.ts';
import { readAll } from './xml.ts';

/** The texts of a workbook by number, kept as bytes: a million of them weigh on no collector. */
export class SharedStrings {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #count = 0;
  readonly #limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  /** A text over the limit is kept one character too long, for its cell to be refused by name. */
  add(text: string): void {
    if (this.#count >= this.#limits.sharedStrings) {
      throw refused('SHEET_TOO_MANY_STRINGS', { limit: this.#limits.sharedStrings });
    }
    const kept = text.length > this.#limits.cellChars ? this.#cut(text) : text;
    const start = this.#endOf(this.#count - 1);
    this.#makeRoom(start + kept.length * 3);
    if (this.#count === this.#ends.length) {
      const wider = new Uint32Array(this.#ends.length * 2);
      wider.set(this.#ends);
      this.#ends = wider;
    }
    this.#ends[this.#count] = start + this.#bytes.write(kept, start);
    this.#count += 1;
  }

  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) {
      throw invalid('SHEET_BROKEN', { why: 'string' });
    }
    return this.#bytes.toString('utf8', this.#endOf(index - 1), this.#endOf(index));
  }

  #cut(text: string): string {
    return text.slice(0, this.#limits.cellChars + 1);
  }

  #endOf(index: number): number {
    return this.#ends[index] ?? 0;
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return;
    // A quarter of what the worker may have, while the old buffer is still there.
    if (bytes > (this.#limits.memoryMb / 4) * 1024 ** 2) throw refused('SHEET_MEMORY');
    const wider = Buffer.allocUnsafe(Math.max(bytes, this.#bytes.length * 2));
    this.#bytes.copy(wider);
    this.#bytes = wider;
  }
}

/** Runs of one text are joined; how it is pronounced (rPh) is left out. */
export async function readSharedStrings(
  portions: AsyncIterable<string>,
  limits: SheetLimits,
): Promise<SharedStrings> {
  const strings = new SharedStrings(limits);
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readAll(portions, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(more) {
      if (inText) text = joined(text, more, limits.cellChars);
    },
    close(name) {
      if (name === 'si') strings.add(workbookText(text, limits.cellChars));
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
  });
  return strings;
}
