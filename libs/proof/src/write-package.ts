// Puts a body into its file as it comes: no more of it in memory than one sheet.
import { createHash } from 'node:crypto';
import {
  END,
  ENTRY_BYTES,
  entryOf,
  FORMAT,
  PIECE_BYTES,
  piecesOf,
  SEAL,
  SEAL_BYTES,
  sha256,
  SHEET_BYTES,
  signedBytes,
  xorOf,
  type Manifest,
} from './layout.ts';
import type { Signer } from './signing.ts';

/** The bytes of a whole package: `frames` is the body from its magic word on, in whatever portions. */
export async function* writePackage(
  frames: AsyncIterable<Buffer> | Iterable<Buffer>,
  { node, madeAt, signer }: { node: string; madeAt: Date; signer: Signer },
): AsyncGenerator<Buffer> {
  const root = createHash('sha256');
  let sheet = Buffer.allocUnsafe(SHEET_BYTES);
  let [filled, body] = [0, 0];
  for await (const portion of frames) {
    body += portion.length;
    for (let at = 0; at < portion.length;) {
      const taken = Math.min(portion.length - at, SHEET_BYTES - filled);
      portion.copy(sheet, filled, at, at + taken);
      [filled, at] = [filled + taken, at + taken];
      if (filled < SHEET_BYTES) continue;
      yield* closedSheet(sheet, root);
      sheet = Buffer.allocUnsafe(SHEET_BYTES); // whoever takes the pieces may hold the one before
      filled = 0;
    }
  }
  if (filled > 0) yield* closedSheet(sheet.subarray(0, filled), root);
  const manifest = { format: FORMAT, node, madeAt: madeAt.toISOString(), body };
  yield* sealed({ ...manifest, root: root.digest('hex') }, signer);
}

function closedSheet(sheet: Buffer, root: ReturnType<typeof createHash>): [Buffer, Buffer] {
  const list = Buffer.allocUnsafe(piecesOf(sheet.length) * ENTRY_BYTES);
  for (let at = 0, n = 0; at < sheet.length; at += PIECE_BYTES, n += 1)
    entryOf(sheet.subarray(at, at + PIECE_BYTES)).copy(list, n * ENTRY_BYTES);
  root.update(list);
  return [sheet, list];
}

function sealed(content: Manifest, signer: Signer): [Buffer, Buffer] {
  const manifest = Buffer.from(`${JSON.stringify(content)}\n`);
  const manifestHash = sha256(manifest);
  const seal = Buffer.alloc(SEAL_BYTES);
  seal.writeUInt32BE(manifest.length, SEAL.length);
  seal[SEAL.xor] = xorOf(manifest);
  manifestHash.copy(seal, SEAL.hash);
  signer.publicKey.copy(seal, SEAL.key);
  signer.sign(signedBytes(manifestHash)).copy(seal, SEAL.signature);
  seal[SEAL.check] = xorOf(seal.subarray(0, SEAL.check));
  END.copy(seal, SEAL.end);
  return [manifest, seal];
}
