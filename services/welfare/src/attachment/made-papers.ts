// Small papers as cameras and programs make them. For tests.
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const XMP =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">李小明</x:xmpmeta><?xpacket end="w"?>';
const HIDDEN = '<script>hidden behind the end</script>';

/** A photograph with a place, a name, what a program wrote, and something behind its end; its upper left corner is red. */
export async function madeJpeg(width = 640, height = 480, orientation = 1): Promise<Buffer> {
  const corner = {
    width: Math.ceil(width / 4),
    height: Math.ceil(height / 4),
    channels: 3,
  } as const;
  const photograph = await sharp({ create: { width, height, channels: 3, background: '#3060a0' } })
    .composite([{ input: { create: { ...corner, background: '#d02020' } }, top: 0, left: 0 }])
    .withExif({
      IFD0: {
        Artist: 'Li Xiaoming',
        ImageDescription: 'taken by 13800000000',
        Copyright: 'GPS 32.78N 119.45E',
      },
    })
    .withXmp(XMP)
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();
  return Buffer.concat([photograph, Buffer.from(HIDDEN)]);
}

/** One that nothing can be left out of: every pixel is another. */
export function madeNoise(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#808080', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Of a size that it only says to have, where it is more than 2 × 2. */
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
    chunk('IDAT', deflateSync(Buffer.alloc(6, 0))),
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
