const CHARS_MAX = 1024;
const HERE = 'http://here.invalid';

/**
 * Where a browser goes after log-in: a path of this very place, and the start page for anything
 * else, such as //elsewhere or a backslash that a browser takes for a slash.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > CHARS_MAX) return '/';
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  if (!URL.canParse(wanted, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || pathname.startsWith('//') || pathname.startsWith('/api/')) return '/';
  return `${pathname}${search}${hash}`;
}
