// A JPEG, segment by segment (ITU-T T.81 annex B): what draws the picture is kept, everything beside it is left out.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Size } from './paper.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Start of frame: all of C0–CF but the three that are something else. */
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
/** Tables, frames, scans and restarts. Of what programs write the one that says how colours are meant. */
const isKept = (code: number) => (code >= 0xc0 && code <= 0xdf) || code === APP14;
const SEGMENTS_MAX = 10_000;

/** Which way up; 1 where nothing says. The one thing of a camera's that the picture needs. */
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

export function readJpeg(bytes: Buffer): { size: Size; content: Buffer } {
  const kept: Buffer[] = [];
  let size: Size | undefined;
  let orientation = 1;
  let at = 2;
  for (let n = 0; n < SEGMENTS_MAX; n += 1) {
    const { code, from, to } = segmentAt(bytes, at);
    if (code === EOI) return { size: required(size), content: whole(kept, orientation) };
    const body = bytes.subarray(from, to);
    if (isFrame(code)) size = frameOf(body, size);
    if (code === APP1) orientation = orientationOf(body) ?? orientation;
    at = code === SOS ? scanEnd(bytes, to) : to;
    if (isKept(code)) kept.push(bytes.subarray(from - 4, at));
  }
  throw refused('PAPER_BROKEN');
}

/** The segment whose marker begins there; `from` is behind its length. */
function segmentAt(bytes: Buffer, start: number): { code: number; from: number; to: number } {
  let at = start;
  // Any number of fill bytes may stand before a marker.
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const code = bytes[at + 1];
  if (bytes[at] !== 0xff || code === undefined || code === 0 || code === SOI)
    throw refused('PAPER_BROKEN');
  if (code === EOI) return { code, from: at + 2, to: at + 2 };
  if (at + 4 > bytes.length) throw refused('PAPER_BROKEN');
  const to = at + 2 + bytes.readUInt16BE(at + 2);
  if (to > bytes.length || to < at + 4) throw refused('PAPER_BROKEN');
  return { code, from: at + 4, to };
}

/** Where the drawn lines end: at the next marker that is neither a restart nor a byte of theirs. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw refused('PAPER_BROKEN');
}

/** One frame: a picture within a picture is none that a camera makes. */
function frameOf(body: Buffer, known: Size | undefined): Size {
  if (known !== undefined || body.length < 5) throw refused('PAPER_BROKEN');
  return { height: body.readUInt16BE(1), width: body.readUInt16BE(3) };
}

function required(size: Size | undefined): Size {
  if (size === undefined) throw refused('PAPER_BROKEN');
  return size;
}

function whole(kept: readonly Buffer[], orientation: number): Buffer {
  const start = Buffer.from([0xff, SOI]);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  return Buffer.concat([start, ...turned, ...kept, Buffer.from([0xff, EOI])]);
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;

/** Of an Exif segment; undefined where it says nothing that can be read. */
function orientationOf(body: Buffer): number | undefined {
  if (!body.subarray(0, EXIF.length).equals(EXIF)) return undefined;
  const tiff = body.subarray(EXIF.length);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = long(4);
    const entries = Math.min(short(directory), 200);
    for (let n = 0; n < entries; n += 1) {
      const entry = directory + 2 + n * 12;
      if (short(entry) !== ORIENTATION_TAG) continue;
      const value = short(entry + 8);
      return ORIENTATIONS.includes(value) ? value : undefined;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** An Exif segment that says which way up and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  );
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(2 + EXIF.length + tiff.length, 2);
  return Buffer.concat([head, EXIF, tiff]);
}
