/** A place inside a JSON text: the keys of an object so far, or how far a list has come. */
type Level = { keys: Set<string>; key: string; wantsKey: boolean } | { index: number };

/**
 * The place of the first key that one object of a JSON text gives twice, such as rows[1].name. A
 * parsed value no longer shows it: the later one has won. The text must be valid JSON.
 */
export function findRepeatedKey(text: string): string | undefined {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text.charAt(at)) {
      case '{':
        levels.push({ keys: new Set(), key: '', wantsKey: true });
        break;
      case '[':
        levels.push({ index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level && 'index' in level) level.index += 1;
        else if (level) level.wantsKey = true;
        break;
      case '"': {
        const end = endOfText(text, at);
        if (level && 'keys' in level && level.wantsKey) {
          level.key = String(JSON.parse(text.slice(at, end + 1)));
          level.wantsKey = false;
          if (level.keys.has(level.key)) return placeOf(levels);
          level.keys.add(level.key);
        }
        at = end;
      }
    }
  }
  return undefined;
}

/** Where a quoted text ends: at the next quote with an even number of backslashes before it. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

function placeOf(levels: readonly Level[]): string {
  return levels.reduce((place, level) => {
    if ('index' in level) return `${place}[${level.index}]`;
    return place === '' ? level.key : `${place}.${level.key}`;
  }, '');
}
