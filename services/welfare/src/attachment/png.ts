// A PNG, chunk by chunk (ISO/IEC 15948): the ones that draw the picture are kept, texts, times and places are left out.
import { crc32 } from 'node:zlib';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Size } from './paper.ts';

const SIGNATURE_BYTES = 8;
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);
const CHUNKS_MAX = 100_000;

export function readPng(bytes: Buffer): { size: Size; content: Buffer } {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  let size: Size | undefined;
  let at = SIGNATURE_BYTES;
  for (let n = 0; n < CHUNKS_MAX; n += 1) {
    const { type, body, to } = chunkAt(bytes, at);
    if ((n === 0) !== (type === 'IHDR')) throw refused('PAPER_BROKEN');
    if (type === 'IHDR') size = headOf(body);
    if (KEPT.has(type)) kept.push(bytes.subarray(at, to));
    else if (/^[A-Z]/.test(type)) throw refused('PAPER_BROKEN');
    at = to;
    if (type === 'IEND' && size) return { size, content: Buffer.concat(kept) };
  }
  throw refused('PAPER_BROKEN');
}

function chunkAt(bytes: Buffer, at: number): { type: string; body: Buffer; to: number } {
  if (at + 12 > bytes.length) throw refused('PAPER_BROKEN');
  const to = at + 12 + bytes.readUInt32BE(at);
  if (to > bytes.length) throw refused('PAPER_BROKEN');
  const named = bytes.subarray(at + 4, to - 4);
  if (crc32(named) !== bytes.readUInt32BE(to - 4)) throw refused('PAPER_BROKEN');
  return { type: named.subarray(0, 4).toString('latin1'), body: named.subarray(4), to };
}

function headOf(body: Buffer): Size {
  if (body.length !== 13) throw refused('PAPER_BROKEN');
  return { width: body.readUInt32BE(0), height: body.readUInt32BE(4) };
}
