// What a worker photographs or sends is read as a stranger's: told by its bytes and not by its name, bounded before anything
// of it is looked at, and written anew with nothing in it but the page.
import { refused } from '@gonglian/kernel/refusal.ts';
import { readJpeg } from './jpeg.ts';
import { requireDeadPdf } from './pdf.ts';
import { readPng } from './png.ts';

export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What a picture says of itself before it is decoded. */
export interface Size {
  width: number;
  height: number;
}

export interface PaperBounds {
  bytesMax: number;
  sideMax: number;
  pixelsMax: number;
}

export interface Paper {
  mediaType: MediaType;
  /** Without what a camera or a program wrote beside the picture. */
  content: Buffer;
}

/**
 * Refused PAPER_TOO_LARGE, PAPER_TYPE_UNKNOWN (a drawing with script is none of the three, nor is a program), PAPER_BROKEN,
 * PAPER_TOO_MANY_PIXELS, PAPER_ACTIVE for a document that does something when it is opened, PAPER_LOCKED.
 */
export function readPaper(bytes: Buffer, bounds: PaperBounds): Paper {
  const { bytesMax } = bounds;
  if (bytes.length > bytesMax) throw refused('PAPER_TOO_LARGE', { bytesMax });
  const mediaType = typeOf(bytes);
  if (mediaType === undefined) throw refused('PAPER_TYPE_UNKNOWN');
  if (mediaType === 'application/pdf') {
    requireDeadPdf(bytes);
    return { mediaType, content: bytes };
  }
  const { size, content } = mediaType === 'image/jpeg' ? readJpeg(bytes) : readPng(bytes);
  decideSize(size, bounds);
  return { mediaType, content };
}

function typeOf(bytes: Buffer): MediaType | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return undefined;
}

/** A few bytes may say that they are a picture of 30,000 × 30,000: who decodes it would have no memory left. */
export function decideSize({ width, height }: Size, { sideMax, pixelsMax }: PaperBounds): void {
  if (width === 0 || height === 0) throw refused('PAPER_BROKEN');
  if (Math.max(width, height) > sideMax || width * height > pixelsMax)
    throw refused('PAPER_TOO_MANY_PIXELS', { width, height });
}
