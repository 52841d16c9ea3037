/** Where each voucher of a book lies: a million of them are 12 MB, so that a reversal finds its original. */
export class VoucherPlaces {
  #at = new Float64Array(1024);
  #length = new Uint32Array(1024);
  readonly #taken = new Set<number>();

  add(no: number, at: number, length: number): void {
    if (no < 1 || no > PLACES_MAX) return;
    if (no >= this.#at.length) this.#grow(no);
    this.#at[no] = at;
    this.#length[no] = length;
  }

  /** Where the voucher that is taken back lies; a second time `taken`. */
  take(no: number): { at: number; length: number } | 'taken' | undefined {
    if (this.#taken.has(no)) return 'taken';
    const at = this.#at[no];
    const length = this.#length[no];
    if (at === undefined || length === undefined || length === 0) return undefined;
    this.#taken.add(no);
    return { at, length };
  }

  #grow(no: number): void {
    const size = Math.max(this.#at.length * 2, no + 1);
    const at = new Float64Array(size);
    at.set(this.#at);
    const length = new Uint32Array(size);
    length.set(this.#length);
    [this.#at, this.#length] = [at, length];
  }
}

/** A number beyond is no voucher's. */
const PLACES_MAX = 50_000_000;
