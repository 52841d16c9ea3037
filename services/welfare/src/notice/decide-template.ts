// A template is data: columns of a closed set, and a heading that says nothing of anybody.
import { refused } from '@gonglian/kernel/refusal.ts';
import { NOTICE_COLUMNS, type NoticeColumn, type NoticeTemplate } from './notice-policy.ts';

/** Longer than any number that a heading needs: a year, a document's number. */
const DIGITS_MAX = 6;

/**
 * Refused NOTICE_COLUMN_FORBIDDEN for what no notice shows, such as an ID number, a phone, an illness or a family;
 * NOTICE_COLUMN_TWICE, NOTICE_COLUMN_MISSING; NOTICE_TEXT_FORBIDDEN for a heading with a number that could be somebody's,
 * or a word of that kind.
 */
export function decideTemplate(
  { heading, columns }: { heading: string; columns: readonly string[] },
  forbiddenWords: readonly string[],
): NoticeTemplate {
  const stray = columns.find((column) => !isColumn(column));
  if (stray !== undefined) throw refused('NOTICE_COLUMN_FORBIDDEN', { column: stray });
  const known = columns.filter(isColumn);
  if (new Set(known).size < known.length) throw refused('NOTICE_COLUMN_TWICE');
  const missing = (['NAME', 'UNION'] as const).find((column) => !known.includes(column));
  if (missing !== undefined) throw refused('NOTICE_COLUMN_MISSING', { column: missing });
  requireHarmless(heading, forbiddenWords);
  return { heading, columns: known };
}

function isColumn(column: string): column is NoticeColumn {
  return (NOTICE_COLUMNS as readonly string[]).includes(column);
}

/** Full-width digits and digits with spaces or hyphens between them are digits all the same. */
function requireHarmless(text: string, forbiddenWords: readonly string[]): void {
  const plain = text.normalize('NFKC').replaceAll(/[\s\p{Pd}·.]/gu, '');
  const longest = Math.max(0, ...[...plain.matchAll(/\p{Nd}+/gu)].map(([run]) => run.length));
  if (longest > DIGITS_MAX) throw refused('NOTICE_TEXT_FORBIDDEN', { rule: 'number' });
  const word = forbiddenWords.find((one) => plain.includes(one));
  if (word !== undefined) throw refused('NOTICE_TEXT_FORBIDDEN', { rule: 'word', word });
}
