// What a worker photographs or sends is read as a stranger's: told by its bytes and not by its name, bounded before anything
// of it is looked at, and written anew with nothing in it but the page.
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireDeadPdf } from './pdf.ts';
import { drawAnew } from './picture.ts';

export interface PaperBounds {
  /** Of what comes in, and of what is kept. */
  bytesMax: number;
  /** Of a picture as it comes in. */
  sideMax: number;
  pixelsMax: number;
  /** Of the picture that is kept. */
  drawnSideMax: number;
}

export interface Paper {
  mediaType: 'image/jpeg' | 'application/pdf';
  /** Without what a camera or a program wrote beside the picture. */
  content: Buffer;
}

/**
 * Refused PAPER_TOO_LARGE, PAPER_TYPE_UNKNOWN (a drawing with script is none of the three, nor is a program), PAPER_ACTIVE
 * for a document that does something when it is opened, PAPER_LOCKED, and what drawAnew says of a picture.
 */
export async function readPaper(bytes: Buffer, bounds: PaperBounds): Promise<Paper> {
  const { bytesMax } = bounds;
  if (bytes.length > bytesMax) throw refused('PAPER_TOO_LARGE', { bytesMax });
  const type = typeOf(bytes);
  if (type === undefined) throw refused('PAPER_TYPE_UNKNOWN');
  if (type === 'picture')
    return { mediaType: 'image/jpeg', content: await drawAnew(bytes, bounds) };
  requireDeadPdf(bytes);
  return { mediaType: 'application/pdf', content: bytes };
}

function typeOf(bytes: Buffer): 'picture' | 'pdf' | undefined {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'picture';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'picture';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  return undefined;
}
