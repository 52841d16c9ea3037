import { codeOf } from '@gonglian/testing/people-scene.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeJpeg, madePdf, madePng, packedObjects } from './made-papers.ts';
import { readPaper } from './paper.ts';

const bounds = { bytesMax: 100_000, sideMax: 12_000, pixelsMax: 50_000_000 };
const read = (bytes: Buffer) => readPaper(bytes, bounds);
const code = (bytes: Buffer) => codeOf(() => read(bytes));

test('of a photograph the picture is left: no place, no name, no comment, nothing behind its end', () => {
  const { mediaType, content } = read(madeJpeg());
  expect(mediaType).toBe('image/jpeg');
  const text = content.toString('latin1');
  for (const gone of ['GPS', 'xmpmeta', '13800000000', 'JFIF', 'script'])
    expect(text).not.toContain(gone);
  // Its lines are as they were, its byte that looks like a marker and its restart too.
  expect(content.includes(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]))).toBe(true);
  expect(content.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
});

test.each([3, 6, 8])('which way up it is stays known: %i', (orientation) => {
  const { content } = read(madeJpeg(640, 480, orientation));
  const at = content.indexOf('Exif');
  expect(content.readUInt16BE(at + 6 + 18)).toBe(orientation);
  // What was written anew is read as what it says.
  expect(read(content).content).toEqual(content);
});

test.each([1, 0, 9])('an orientation of %i is none', (orientation) => {
  expect(read(madeJpeg(640, 480, orientation)).content.includes('Exif')).toBe(false);
});

test('of a drawing of pixels the same', () => {
  const { mediaType, content } = read(madePng());
  expect(mediaType).toBe('image/png');
  const text = content.toString('latin1');
  for (const gone of ['Author', 'GPS', 'PK']) expect(text).not.toContain(gone);
  expect(text.endsWith('IEND\xae\x42\x60\x82')).toBe(true);
});

test.each([
  ['30,000 × 30,000 in a few bytes', madePng(30_000, 30_000)],
  ['a photograph that says so', madeJpeg(30_000, 30_000)],
  ['a long strip', madeJpeg(12_001, 10)],
  ['too many in all', madeJpeg(10_000, 10_000)],
])('refused before anybody decodes it: %s', (_, bytes) => {
  expect(code(bytes)).toBe('PAPER_TOO_MANY_PIXELS');
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
])('not one of the three: %s', (_, text) => {
  expect(code(Buffer.from(text, 'latin1'))).toBe('PAPER_TYPE_UNKNOWN');
});

test('what a picture in a PDF has by chance is nothing', () => {
  const pdf = madePdf('4 0 obj << /Subtype /Image >> stream\n\x01/JS \x02/AA/ \nendstream endobj');
  expect(code(pdf)).toBeUndefined();
});

test('a plain PDF is taken as it is, its packed objects too', () => {
  const pdf = madePdf(packedObjects('4 0 << /Type /Font /BaseFont /Arial >>'));
  expect(read(pdf)).toEqual({ mediaType: 'application/pdf', content: pdf });
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
])('%s: a PDF with %s', (expected, _, object) => {
  expect(code(madePdf(object))).toBe(expected);
});

test('a bomb of packed objects is not blown up', () => {
  const bomb = madePdf(packedObjects(' '.repeat(64 * 1024 * 1024)));
  expect(bomb.length).toBeLessThan(bounds.bytesMax);
  expect(code(bomb)).toBe('PAPER_BROKEN');
});

test('one byte too many', () => {
  expect(code(Buffer.alloc(bounds.bytesMax + 1))).toBe('PAPER_TOO_LARGE');
});

test.each([
  ['jpeg', madeJpeg()],
  ['png', madePng()],
])('whatever is broken in a %s it is refused, or a paper', (_, whole) => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const broken = Buffer.from(cut ? whole.subarray(0, at) : whole);
      if (!cut) broken[at] = byte;
      const said = code(broken);
      expect(said === undefined || said.startsWith('PAPER_')).toBe(true);
    }),
  );
});
