// Finds optional packages that the lock file lost: npm leaves out, without a word, what a registry lacks.
import { readFileSync } from 'node:fs';

const packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const lost = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(where, name))
    .map((name) => `${where || 'the root'} → ${name}`),
);
if (lost.length > 0) {
  console.error(`package-lock.json misses:\n${lost.join('\n')}`);
  process.exitCode = 1;
}

/** Looks where Node would: in the package's own node_modules, then upwards. */
function isLocked(where, name) {
  const folders = [''];
  for (let end = where.length; end > 0; end = where.lastIndexOf('/node_modules/', end - 1)) {
    folders.push(`${where.slice(0, end)}/`);
  }
  return folders.some((folder) => packages[`${folder}node_modules/${name}`] !== undefined);
}
