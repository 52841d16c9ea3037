// Arrays as PostgreSQL reads them, written at once: the driver's own way through thousands of elements costs more than
// the statement they are for.

export function numbers(values: readonly (number | undefined)[]): string {
  return `{${values.map((value) => value ?? 'null').join(',')}}`;
}

export function booleans(values: readonly boolean[]): string {
  return `{${values.join(',')}}`;
}

export function texts(values: readonly string[]): string {
  return `{${values.map(quoted).join(',')}}`;
}

const SPECIAL = /["\\]/;

function quoted(value: string): string {
  return SPECIAL.test(value) ? `"${value.replaceAll(/["\\]/g, '\\$&')}"` : `"${value}"`;
}

/** bytea[] of hexadecimal digits; '' is null. */
export function hashes(values: readonly string[]): string {
  return `{${values.map((value) => (value === '' ? 'null' : `"\\\\x${value}"`)).join(',')}}`;
}
