// Reads the canonical bytes: whole numbers of eight bytes, texts behind their length in four, hashes of 32.

/** The bytes end before what they are to hold, or hold what cannot be. */
export class Malformed extends Error {}

/** Where a field lies. */
export interface Field {
  name: string;
  from: number;
  to: number;
}

const HIGH = 2 ** 32;

export class Cursor {
  readonly bytes: Buffer;
  at: number;
  /** Filled where somebody wants to know what lies where. */
  readonly fields: Field[] | undefined;

  constructor(bytes: Buffer, at = 0, fields?: Field[]) {
    this.bytes = bytes;
    this.at = at;
    this.fields = fields;
  }

  byte(name: string): number {
    return this.bytes[this.#take(1, name)] ?? 0;
  }

  int(name: string): number {
    const from = this.#take(8, name);
    const value = this.bytes.readInt32BE(from) * HIGH + this.bytes.readUInt32BE(from + 4);
    if (!Number.isSafeInteger(value)) throw new Malformed(name);
    return value;
  }

  text(name: string): string {
    const length = this.#length(name);
    const from = this.#take(length, name);
    return this.bytes.toString('utf8', from, from + length);
  }

  skip(name: string): void {
    this.#take(this.#length(name), name);
  }

  raw(length: number, name: string): Buffer {
    const from = this.#take(length, name);
    return this.bytes.subarray(from, from + length);
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Malformed('end');
  }

  #length(name: string): number {
    return this.bytes.readUInt32BE(this.#take(4, `${name} (length)`));
  }

  #take(length: number, name: string): number {
    const from = this.at;
    if (from + length > this.bytes.length) throw new Malformed(name);
    this.at = from + length;
    this.fields?.push({ name, from, to: this.at });
    return from;
  }
}
