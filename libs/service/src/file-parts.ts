// A file that somebody uploads in parts: in any order, as often as the line breaks. Which part is taken, and when the
// file is whole.
import { refused } from '@gonglian/kernel/refusal.ts';

export const FILE_BYTES_MAX = 20 * 1024 ** 2;
export const PART_BYTES_MAX = 2 * 1024 ** 2;
/** Smaller parts than need be are welcome, as far as this. */
export const PARTS_MAX = 200;

export interface Part {
  no: number;
  sizeBytes: number;
}

/** Refused IMPORT_PARTS_MISSING where the parts are not all there, with the first number that is missing. */
export function decideWhole(parts: readonly Part[], sizeBytes: number): void {
  const gap = parts.findIndex(({ no }, at) => no !== at + 1);
  const received = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  if (gap === -1 && received === sizeBytes) return;
  throw refused('IMPORT_PARTS_MISSING', {
    partNo: gap === -1 ? parts.length + 1 : gap + 1,
    received,
    sizeBytes,
  });
}

interface Received {
  sizeBytes: number;
  sha256: string;
}

/**
 * Whether a part is new. Refused IMPORT_PART_WRONG where another one came under its number, or where the file would
 * become larger than was announced.
 */
export function decidePart(
  part: Received,
  known: Received | undefined,
  file: { sizeBytes: number; receivedBytes: number },
): 'new' | 'same' {
  if (known) {
    if (known.sha256 === part.sha256) return 'same';
    throw refused('IMPORT_PART_WRONG', { rule: 'other_content' });
  }
  if (file.receivedBytes + part.sizeBytes > file.sizeBytes) {
    throw refused('IMPORT_PART_WRONG', { rule: 'too_much', sizeBytes: file.sizeBytes });
  }
  return 'new';
}
