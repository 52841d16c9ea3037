import { isRefusal } from '@gonglian/kernel/refusal.ts';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { madeJpeg, madeNoise, madePdf, madePng, packedObjects } from './made-papers.ts';
import { readPaper } from './paper.ts';

const bounds = {
  bytesMax: 100_000,
  sideMax: 12_000,
  pixelsMax: 50_000_000,
  drawnSideMax: 2_560,
};
const read = (bytes: Buffer) => readPaper(bytes, bounds);
const code = (bytes: Buffer) => codeThat(read(bytes));
const codeThat = (reading: Promise<unknown>): Promise<string | undefined> =>
  reading.then(
    () => undefined,
    (error: unknown) => {
      if (isRefusal(error)) return error.code;
      throw error;
    },
  );

test('of a photograph the picture is left: no place, no name, no comment, nothing behind its end', async () => {
  const photograph = await madeJpeg();
  const gone = ['GPS', 'xmpmeta', '13800000000', 'Xiaoming', 'Exif', 'script'];
  for (const one of gone) expect(photograph.toString('latin1')).toContain(one);
  const { mediaType, content } = await read(photograph);
  expect(mediaType).toBe('image/jpeg');
  for (const one of gone) expect(content.toString('latin1')).not.toContain(one);
  const { exif, xmp, icc, iptc, orientation } = await sharp(content).metadata();
  expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
});

/** Where the corner that was the upper left one is to be seen. */
test.each([
  [1, 'nw', 640, 480],
  [3, 'se', 640, 480],
  [6, 'ne', 480, 640],
  [8, 'sw', 480, 640],
])('a photograph taken as %i stands upright', async (orientation, corner, width, height) => {
  const { content } = await read(await madeJpeg(640, 480, orientation));
  const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width, height });
  const at = {
    x: corner.endsWith('w') ? 10 : width - 10,
    y: corner.startsWith('n') ? 10 : height - 10,
  };
  const [red = 0, , blue = 0] = data.subarray((at.y * width + at.x) * 3);
  expect([red > 150, blue < 100]).toEqual([true, true]);
});

test('what is larger than a page needs is drawn smaller; what is smaller stays', async () => {
  const sizeOf = async (bytes: Buffer) => {
    const { width, height } = await sharp((await read(bytes)).content).metadata();
    return [width, height];
  };
  expect(await sizeOf(await madeJpeg(5_120, 1_000))).toEqual([2_560, 500]);
  expect(await sizeOf(await madeJpeg(300, 200))).toEqual([300, 200]);
});

test('a drawing of pixels becomes a photograph like the others', async () => {
  const { mediaType, content } = await read(madePng());
  expect(mediaType).toBe('image/jpeg');
  for (const gone of ['Author', 'GPS', 'PK']) expect(content.includes(gone)).toBe(false);
  expect(await sharp(content).metadata()).toMatchObject({ format: 'jpeg', width: 2, height: 2 });
});

test('what is kept is no larger than what may come in, or it is refused', async () => {
  const noise = await madeNoise(800, 800);
  const keptMax = Math.floor(noise.length / 2);
  const kept = await readPaper(noise, { ...bounds, bytesMax: noise.length });
  expect(kept.content.length).toBeLessThanOrEqual(noise.length);
  expect(await codeThat(readPaper(noise, { ...bounds, bytesMax: keptMax }))).toBe(
    'PAPER_TOO_LARGE',
  );
});

test('more at once than are decoded at once: each has its turn, and who finds too many waiting comes again', async () => {
  const one = await madeJpeg(200, 100);
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => read(one)));
  const told = all.map((of) => (of.status === 'fulfilled' ? 'KEPT' : of.reason.code));
  expect(new Set(told)).toEqual(new Set(['KEPT', 'PAPERS_BUSY']));
  expect(told.filter((said) => said === 'KEPT').length).toBeGreaterThanOrEqual(34);
  expect((await read(one)).mediaType).toBe('image/jpeg');
});

test.each([
  ['30,000 × 30,000 in a few bytes', madePng(30_000, 30_000)],
  ['a long strip', madePng(12_001, 10)],
  ['too many in all', madePng(10_000, 10_000)],
])('refused before anybody decodes it: %s', async (_, bytes) => {
  expect(await code(bytes)).toBe('PAPER_TOO_MANY_PIXELS');
});

test.each([
  ['an SVG with script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['an SVG without', '<?xml version="1.0"?><svg/>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a program', 'MZ\x90\0'],
  ['an archive', 'PK\x03\x04'],
  ['a GIF', 'GIF89a'],
  ['a page before a PDF', '<script></script>%PDF-1.7'],
  ['nothing', ''],
])('not one of the three: %s', async (_, text) => {
  expect(await code(Buffer.from(text, 'latin1'))).toBe('PAPER_TYPE_UNKNOWN');
});

test('what a picture in a PDF has by chance is nothing', async () => {
  const pdf = madePdf('4 0 obj << /Subtype /Image >> stream\n\x01/JS \x02/AA/ \nendstream endobj');
  expect(await code(pdf)).toBeUndefined();
});

test('a plain PDF is taken as it is, its packed objects too', async () => {
  const pdf = madePdf(packedObjects('4 0 << /Type /Font /BaseFont /Arial >>'));
  expect(await read(pdf)).toEqual({ mediaType: 'application/pdf', content: pdf });
});

const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
test.each([
  ['PAPER_ACTIVE', 'a script', `4 0 obj ${script} endobj`],
  ['PAPER_ACTIVE', 'a script whose name hides', '4 0 obj << /S /J#61va#53cript >> endobj'],
  ['PAPER_ACTIVE', 'a script in packed objects', packedObjects(`4 0 ${script}`)],
  ['PAPER_ACTIVE', 'a script in objects that are not packed', packedObjects(`4 0 ${script}`, '')],
  ['PAPER_ACTIVE', 'a short name of one', '4 0 obj << /AA 5 0 R >> endobj'],
  ['PAPER_ACTIVE', 'something at its opening', '4 0 obj << /OpenAction 5 0 R >> endobj'],
  ['PAPER_ACTIVE', 'a program', '4 0 obj << /S /Launch /F (cmd.exe) >> endobj'],
  ['PAPER_ACTIVE', 'another file', '4 0 obj << /Type /EmbeddedFile >> endobj'],
  ['PAPER_LOCKED', 'a lock', 'trailer << /Encrypt 8 0 R >>'],
  ['PAPER_LOCKED', 'a way of packing that nobody needs', packedObjects('x', '/Filter /LZWDecode')],
  [
    'PAPER_LOCKED',
    'objects packed twice',
    packedObjects('x', '/Filter [/FlateDecode /ASCIIHexDecode]'),
  ],
  ['PAPER_BROKEN', 'a stream without an end', '9 0 obj << /Type /ObjStm >> stream\nx'],
])('%s: a PDF with %s', async (expected, _, object) => {
  expect(await code(madePdf(object))).toBe(expected);
});

test('a bomb of packed objects is not blown up', async () => {
  const bomb = madePdf(packedObjects(' '.repeat(64 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(bounds.bytesMax);
  expect(await code(bomb)).toBe('PAPER_BROKEN');
});

test('one byte too many', async () => {
  expect(await code(Buffer.alloc(bounds.bytesMax + 1))).toBe('PAPER_TOO_LARGE');
});

test.each([
  ['jpeg', madeJpeg(64, 48)],
  ['png', madePng()],
])('whatever is broken in a %s it is refused, or a paper', async (_, made) => {
  const whole = await made;
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
      const broken = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) broken[at] = byte;
      const said = await code(broken);
      expect(said === undefined || said.startsWith('PAPER_')).toBe(true);
    }),
  );
});
