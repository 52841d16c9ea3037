// node_modules/.installed holds the hash of the lock file it was installed from.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';

export function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

export function stampInstalled() {
  writeFileSync(stamp, lockHash());
}

export function clearStamp() {
  rmSync(stamp, { force: true });
}

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}
