// Which nats-server is safe to run: older ones have published holes in the walls between accounts.

export type Version = [major: number, minor: number, patch: number];

/** The first safe release of each line that still has unsafe ones; later lines are safe throughout. */
const SAFE_FROM: readonly Version[] = [
  [2, 11, 16],
  [2, 12, 7],
  [2, 14, 0],
];

export const FLOOR = '2.11.16, 2.12.7 or 2.14.0';

/** From the words of `nats-server --version`, or a package's version. */
export function parseVersion(words: string): Version | undefined {
  const found = /(\d+)\.(\d+)\.(\d+)/.exec(words);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

export function isSafe([major, minor, patch]: Version): boolean {
  const line = SAFE_FROM.find((from) => from[0] === major && from[1] === minor);
  if (line) return patch >= line[2];
  const newest = SAFE_FROM.at(-1) ?? [0, 0, 0];
  return major > newest[0] || (major === newest[0] && minor > newest[1]);
}
