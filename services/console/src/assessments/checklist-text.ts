// A checklist as it is typed: an item a line, its points at the end.
export interface Item {
  title: string;
  maxPoints: number;
}

/** Lines without points have none: the node says that they are missing. */
export function itemsOf(text: string): Item[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, title = line, points = '0'] = /^(.*?)[\p{P}\s]*(\d+)\s*\p{L}*$/u.exec(line) ?? [];
      return { title: title.trim(), maxPoints: Number(points) };
    });
}
