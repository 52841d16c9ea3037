// Arrays as PostgreSQL sends them to itself: no digit is written and read again, no text quoted. The driver passes a
// buffer on as a binary value, so that an array must have the very element type of what it is for.

/** The number of the type of the elements (pg_type.oid), and the bytes of one. */
const TYPE = {
  bool: { oid: 16, width: 1 },
  bytea: { oid: 17, width: 0 },
  int8: { oid: 20, width: 8 },
  int2: { oid: 21, width: 2 },
  int4: { oid: 23, width: 4 },
  text: { oid: 25, width: 0 },
  date: { oid: 1082, width: 4 },
} as const;

const HEAD = 20;
const LENGTH = 4;
const NULL = -1;
const HIGH = 2 ** 32;
const EPOCH = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;

type Of<Row, Value> = (row: Row, n: number) => Value;

/** Whole numbers that JavaScript holds exactly; undefined is null. */
export function int8s<Row>(rows: readonly Row[], of: Of<Row, number | undefined>): Buffer {
  const { bytes, width } = begin('int8', rows.length);
  let at = HEAD;
  for (const [n, row] of rows.entries()) {
    const value = of(row, n);
    if (value === undefined) {
      at = bytes.writeInt32BE(NULL, at);
      continue;
    }
    at = bytes.writeInt32BE(width, at);
    at = bytes.writeInt32BE(Math.floor(value / HIGH), at);
    at = bytes.writeUInt32BE(value >>> 0, at);
  }
  return bytes.subarray(0, at);
}

export function int4s<Row>(rows: readonly Row[], of: Of<Row, number>): Buffer {
  return fixed('int4', rows, of, (bytes, value, at) => bytes.writeInt32BE(value, at));
}

export function int2s<Row>(rows: readonly Row[], of: Of<Row, number>): Buffer {
  return fixed('int2', rows, of, (bytes, value, at) => bytes.writeInt16BE(value, at));
}

export function bools<Row>(rows: readonly Row[], of: Of<Row, boolean>): Buffer {
  return fixed('bool', rows, of, (bytes, value, at) => bytes.writeInt8(Number(value), at));
}

/** Of 'YYYY-MM-DD'. */
export function dates<Row>(rows: readonly Row[], of: Of<Row, string>): Buffer {
  return fixed('date', rows, of, (bytes, value, at) =>
    bytes.writeInt32BE((Date.parse(value) - EPOCH) / DAY_MS, at),
  );
}

export function texts<Row>(rows: readonly Row[], of: Of<Row, string>): Buffer {
  const values = rows.map(of);
  // No character of a string is more than three bytes.
  const { bytes } = begin(
    'text',
    rows.length,
    3 * values.reduce((sum, { length }) => sum + length, 0),
  );
  let at = HEAD;
  for (const value of values) {
    const written = bytes.write(value, at + LENGTH, 'utf8');
    at = bytes.writeInt32BE(written, at) + written;
  }
  return bytes.subarray(0, at);
}

/** Of hexadecimal digits; '' is null. */
export function byteas<Row>(rows: readonly Row[], of: Of<Row, string>): Buffer {
  const values = rows.map(of);
  const { bytes } = begin(
    'bytea',
    rows.length,
    values.reduce((sum, { length }) => sum + length / 2, 0),
  );
  let at = HEAD;
  for (const value of values) {
    const written = bytes.write(value, at + LENGTH, 'hex');
    at = bytes.writeInt32BE(value === '' ? NULL : written, at) + written;
  }
  return bytes.subarray(0, at);
}

function fixed<Row, Value>(
  type: 'bool' | 'int2' | 'int4' | 'date',
  rows: readonly Row[],
  of: Of<Row, Value>,
  write: (bytes: Buffer, value: Value, at: number) => number,
): Buffer {
  const { bytes, width } = begin(type, rows.length);
  let at = HEAD;
  for (const [n, row] of rows.entries()) {
    at = bytes.writeInt32BE(width, at);
    at = write(bytes, of(row, n), at);
  }
  return bytes;
}

/** One dimension, counted from one; that of an empty array has none. */
function begin(
  type: keyof typeof TYPE,
  length: number,
  contents = 0,
): { bytes: Buffer; width: number } {
  const { oid, width } = TYPE[type];
  const bytes = Buffer.allocUnsafe(HEAD + length * (LENGTH + width) + contents);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(oid, 8);
  bytes.writeInt32BE(length, 12);
  bytes.writeInt32BE(1, 16);
  return { bytes, width };
}
