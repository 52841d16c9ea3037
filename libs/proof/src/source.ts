import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The bytes that are verified, wherever they lie. */
export interface Source {
  size: number;
  /** So many bytes from there; fewer where it ends before. */
  read(at: number, length: number): Buffer;
}

export function bufferSource(bytes: Buffer): Source {
  return { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}

export function openFile(path: string): Source & { close(): void } {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read(at, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      for (let read = 0; read < bytes.length;) {
        const more = readSync(file, bytes, read, bytes.length - read, at + read);
        if (more === 0) return bytes.subarray(0, read);
        read += more;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}
