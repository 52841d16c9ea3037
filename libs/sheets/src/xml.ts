import { invalid, isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

export type Attributes = Record<string, string>;

/** What a reader of a part hears. Names come without their prefix: some writers put one everywhere. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

const DEPTH_MAX = 64;
/** So much without an element is one endless name, text or comment, gathered in memory. */
const SILENT_CHARS_MAX = 1024 ** 2;

/**
 * Tells a part's text to the events; yields after each portion, when what they gathered may be taken.
 * There are no document types and so no entities but the five that XML has.
 */
export async function* readXml(
  portions: AsyncIterable<string>,
  events: XmlEvents,
): AsyncGenerator<void> {
  let silent = 0;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw invalid('SHEET_DTD');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silent = 0;
    depth += 1;
    if (depth > DEPTH_MAX) throw invalid('SHEET_BROKEN', { why: 'depth' });
    events.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silent = 0;
    depth -= 1;
    events.close?.(localName(tag.name));
  });
  if (events.text) {
    const text = events.text.bind(events);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  for await (const portion of portions) {
    silent += portion.length;
    tell(() => parser.write(portion));
    if (silent > SILENT_CHARS_MAX) throw refused('SHEET_CELL_TOO_LONG', { why: 'element' });
    yield;
  }
  tell(() => parser.close());
  yield;
}

/** Reads a part from beginning to end. */
export async function readAll(portions: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const reading = readXml(portions, events);
  while (!(await reading.next()).done);
}

function tell(write: () => unknown): void {
  try {
    write();
  } catch (cause) {
    throw isRefusal(cause) ? cause : invalid('SHEET_BROKEN', { why: 'xml' }, { cause });
  }
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** How XML Schema writes yes. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
