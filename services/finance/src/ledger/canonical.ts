// The bytes that are sealed: each field has a fixed width or its length before it, so that no two contents share a form.
// SQL writes the same bytes (migrations/ledger-verify.ts) when it checks; a change is a new form beside the old one.
import { hash } from 'node:crypto';

/** Of the form below; stands after the domain in whatever is hashed. */
const FORM = 1;
/** What is hashed, so that the hash of one kind never passes for another's (RFC 6962 keeps leaves and nodes apart). */
export const DOMAIN = {
  leaf: 0,
  block: 2,
  book: 3,
  request: 4,
  body: 5,
  checkpoint: 6,
  /** What an audit package adds: where a book begins and ends, and what documents it has. */
  index: 7,
} as const;

const HIGH = 2 ** 32;

/** Grows as it is written; one is used for a whole batch. */
export class Bytes {
  #buffer = Buffer.allocUnsafe(4096);
  #length = 0;

  begin(domain: number, type = ''): this {
    this.#length = 0;
    this.#grow(3);
    this.#buffer[this.#length++] = domain;
    this.#buffer[this.#length++] = FORM;
    return type === '' ? this : this.text(type);
  }

  /** Eight bytes, the highest first: a whole number that JavaScript holds exactly. */
  int(value: number): this {
    this.#grow(8);
    this.#buffer.writeInt32BE(Math.floor(value / HIGH), this.#length);
    this.#buffer.writeUInt32BE(value >>> 0, this.#length + 4);
    this.#length += 8;
    return this;
  }

  text(value: string): this {
    this.#grow(4 + value.length * 3);
    const written = this.#buffer.write(value, this.#length + 4, 'utf8');
    this.#buffer.writeInt32BE(written, this.#length);
    this.#length += 4 + written;
    return this;
  }

  /** A SHA-256, 64 hexadecimal digits: 32 bytes without their length, since it is always the same. */
  digest(hex: string): this {
    this.#grow(32);
    this.#length += this.#buffer.write(hex, this.#length, 'hex');
    return this;
  }

  /** A copy of them. */
  copy(): Buffer {
    return Buffer.from(this.#buffer.subarray(0, this.#length));
  }

  sha256(): string {
    return hash('sha256', this.#buffer.subarray(0, this.#length), 'hex');
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe((this.#length + by) * 2);
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
