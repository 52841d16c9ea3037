// Where a Chinese line ends: never so that a closing mark begins the next or an opening one is left behind.

const CLOSING = new Set('，。、；：！？）】》」』〉〕”’…—·％%,.;:!?)]}');
const OPENING = new Set('（【《「『〈〔“‘([{');
/** Words and numbers in Latin letters stay whole, with the marks inside them. */
const UNIT = /[A-Za-z0-9]+(?:[.,:/_-][A-Za-z0-9]+)*|\s+|[^]/gu;

/** Lines of at most a width, each character as wide as `widthOf` says. Paragraphs end at a line feed. */
export function breakLines(
  text: string,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  return text
    .split('\n')
    .flatMap((paragraph) => fill(paragraph, width, (part) => measure(part, widthOf)));
}

const measure = (text: string, widthOf: (text: string) => number) =>
  Array.from(text).reduce((sum, one) => sum + widthOf(one), 0);

function fill(paragraph: string, width: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of glued(paragraph, width, widthOf)) {
    const wide = widthOf(unit.trimEnd());
    if (used + wide > width && line !== '') {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (line === '' && unit.trim() === '') continue;
    line += unit;
    used += widthOf(unit);
  }
  return [...lines, line.trimEnd()];
}

/** The pieces between which a line may end. A piece that is wider than a line falls into its characters. */
function glued(paragraph: string, width: number, widthOf: (part: string) => number): string[] {
  const pieces: string[] = [];
  let joined = false;
  for (const unit of paragraph.match(UNIT) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (joined || CLOSING.has(unit)))
      pieces[pieces.length - 1] = last + unit;
    else pieces.push(unit);
    joined = OPENING.has(unit);
  }
  return pieces.flatMap((piece) => (widthOf(piece) > width ? Array.from(piece) : [piece]));
}
