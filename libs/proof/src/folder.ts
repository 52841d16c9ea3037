// A folder of files held against the documents of a package: a file is a document by its hash, whatever it is called. One
// whose name holds kind and record of a document (`decision-0198….pdf`) and whose hash is another is a changed one.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { nameOf, type PackageDocument } from './documents.ts';

interface Held {
  name: string;
  sha256: string;
}

export interface FolderReport {
  there: (Held & { file: string })[];
  /** `is`: the hash of the file that is there in its place. */
  changed: (Held & { file: string; is: string })[];
  absent: Held[];
  /** Files that are none of the package's. */
  others: number;
}

/** More than any audit brings along. */
const FILES_MAX = 200_000;

export function compareFolder(documents: readonly PackageDocument[], folder: string): FolderReport {
  const files = readFolder(folder);
  const byHash = new Map(files.map((one) => [one.sha256, one]));
  const used = new Set<string>();
  const report: FolderReport = { there: [], changed: [], absent: [], others: 0 };
  const missing: PackageDocument[] = [];
  for (const one of documents) {
    const file = byHash.get(one.sha256);
    if (!file) missing.push(one);
    else report.there.push({ name: nameOf(one), sha256: one.sha256, file: file.name });
    if (file) used.add(file.name);
  }
  // What is there by its hash is nobody's changed file.
  const rest = files.filter(({ name }) => !used.has(name));
  for (const one of missing) {
    const held = { name: nameOf(one), sha256: one.sha256 };
    const file = rest.find(({ name }) => isCalledLike(path.basename(name), one));
    if (file) report.changed.push({ ...held, file: file.name, is: file.sha256 });
    else report.absent.push(held);
    if (file) used.add(file.name);
  }
  report.others = files.length - used.size;
  return report;
}

/** Kind, record and place, in this order, between other characters. */
function isCalledLike(file: string, { kind, id, place }: PackageDocument): boolean {
  const parts = [kind, id, ...(place === '' ? [] : [place.replaceAll('/', '-')])];
  const [stem = ''] = file.split('.');
  return stem === parts.join('-');
}

function readFolder(folder: string): { name: string; sha256: string }[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).slice(0, FILES_MAX);
  return files
    .map((one) => path.join(one.parentPath, one.name))
    .toSorted()
    .map((file) => ({ name: path.relative(folder, file), sha256: hashOf(file) }));
}

const CHUNK_BYTES = 1024 * 1024;

/** However long a file is, this much of it is in memory. */
function hashOf(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let read = 0; (read = readSync(descriptor, chunk)) > 0;)
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
