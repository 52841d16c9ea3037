// Small papers as cameras and programs make them. For tests.
import { crc32, deflateSync } from 'node:zlib';

const segment = (code: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from(
    'II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\x25\x88\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0',
    'latin1',
  );
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    tiff,
    Buffer.from('GPS 32.78N 119.45E'),
  ]);
};

/** With a place, a comment, a thumbnail's segment and something behind its end. */
export function madeJpeg(width = 640, height = 480, orientation = 6): Buffer {
  const frame = Buffer.alloc(6 + 9);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>李小明</x:xmpmeta>')),
    segment(0xfe, Buffer.from('taken by 13800000000')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.alloc(10, 1)),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from('<script>hidden behind the end</script>'),
  ]);
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

export function madePng(width = 2, height = 2): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Author\0Li Xiaoming')),
    chunk('eXIf', Buffer.from('GPS 32.78N')),
    chunk('IDAT', deflateSync(Buffer.alloc(6))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('PK\x03\x04 behind the end'),
  ]);
}

export const madePdf = (...objects: string[]): Buffer =>
  Buffer.from(
    [
      '%PDF-1.7',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R >> endobj',
      ...objects,
      'trailer << /Root 1 0 R >>',
      '%%EOF',
    ].join('\n'),
    'latin1',
  );

/** Objects packed into a stream, as programs since 2003 write them. */
export function packedObjects(objects: string, filter = '/Filter /FlateDecode'): string {
  const packed = filter === '' ? Buffer.from(objects) : deflateSync(Buffer.from(objects));
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${packed.length} >>`;
  return `9 0 obj ${dictionary} stream\n${packed.toString('latin1')}\nendstream endobj`;
}
