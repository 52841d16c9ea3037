// A picture of a stranger's, decoded and drawn anew: what is kept has its pixels and nothing else that was in the file.
import { busy, refused } from '@gonglian/kernel/refusal.ts';
import sharp from 'sharp';
import type { PaperBounds } from './paper.ts';

// Of all that libvips reads, two formats are open to strangers; a drawing with script never reaches what would draw it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
// One thread a picture, and none kept: the service's other calls want the cores and the memory.
sharp.concurrency(1);
sharp.cache(false);

/** At once; a decoded picture of the largest size needs some 150 MB. */
const DECODED_MAX = 2;
/** Beyond these a phone does better to come again. */
const WAITING_MAX = 32;
const SECONDS_MAX = 15;
/** Legible at 2,560 pixels; a picture of noise is drawn more coarsely until it is small enough. */
const QUALITIES = [82, 60, 35];

let decoded = 0;
const waiting: (() => void)[] = [];

/**
 * As a JPEG that stands upright, its longer side no more than `drawnSideMax`. Refused PAPER_BROKEN, PAPER_TOO_MANY_PIXELS
 * before anything of it is decoded, PAPER_TOO_SLOW, PAPER_TOO_LARGE; busy PAPERS_BUSY.
 */
export async function drawAnew(bytes: Buffer, bounds: PaperBounds): Promise<Buffer> {
  decideSize(await sizeOf(bytes), bounds);
  return inTurn(async () => {
    for (const quality of QUALITIES) {
      const drawn = await draw(bytes, quality, bounds);
      if (drawn.length <= bounds.bytesMax) return drawn;
    }
    throw refused('PAPER_TOO_LARGE', { bytesMax: bounds.bytesMax });
  });
}

/** What it says of itself; nothing is decoded for it. */
async function sizeOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  const said = sharp(bytes, { limitInputPixels: false }).metadata();
  return said.catch((cause: unknown) => {
    throw refused('PAPER_BROKEN', {}, { cause });
  });
}

/** A few bytes may say that they are a picture of 30,000 × 30,000: who decodes it would have no memory left. */
export function decideSize(
  { width, height }: { width: number; height: number },
  { sideMax, pixelsMax }: PaperBounds,
): void {
  if (width === 0 || height === 0) throw refused('PAPER_BROKEN');
  if (Math.max(width, height) > sideMax || width * height > pixelsMax)
    throw refused('PAPER_TOO_MANY_PIXELS', { width, height, sideMax, pixelsMax });
}

async function draw(
  bytes: Buffer,
  quality: number,
  { pixelsMax, drawnSideMax }: PaperBounds,
): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error', pages: 1 })
      .timeout({ seconds: SECONDS_MAX })
      .autoOrient()
      .resize({
        width: drawnSideMax,
        height: drawnSideMax,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer();
  } catch (cause) {
    const late = cause instanceof Error && cause.message.startsWith('timeout');
    throw refused(late ? 'PAPER_TOO_SLOW' : 'PAPER_BROKEN', {}, { cause });
  }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (decoded < DECODED_MAX) decoded += 1;
  else {
    if (waiting.length >= WAITING_MAX) throw busy('PAPERS_BUSY', { waiting: waiting.length });
    // Whoever is done hands his place on, so that nobody who comes meanwhile takes it.
    await new Promise<void>((begin) => void waiting.push(begin));
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else decoded -= 1;
  }
}
