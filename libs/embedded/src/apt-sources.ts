// Reads the two forms of a machine's apt sources: the address to fetch from is the machine's own choice.

export interface AptSource {
  types: string[];
  uris: string[];
  suites: string[];
  components: string[];
  /** What else the entry says (its key, trust), by lower-case name; a key may span lines. */
  options: Record<string, string>;
}

/** `deb [signed-by=/key] address suite component …`, one a line. */
export function parseOneLine(text: string): AptSource[] {
  const found: AptSource[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/#.*/, '').trim();
    const parts = /^(deb|deb-src)\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)\s*(.*)$/.exec(line);
    if (!parts) continue;
    const [, type = '', bracket = '', uri = '', suite = '', rest = ''] = parts;
    const pairs = words(bracket).map((pair) => pair.split('=', 2) as [string, string]);
    const options = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
    found.push({ types: [type], uris: [uri], suites: [suite], components: words(rest), options });
  }
  return found;
}

/** Paragraphs of `Field: value`, a value going on in lines that begin with a space. */
export function parseDeb822(text: string): AptSource[] {
  const clean = text.split('\n').filter((line) => !line.startsWith('#'));
  return clean
    .join('\n')
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter(
      (fields) => fields.uris !== undefined && !/^(no|false|off|0)$/i.test(fields.enabled ?? ''),
    )
    .map((fields) => ({
      types: words(fields.types ?? ''),
      uris: words(fields.uris ?? ''),
      suites: words(fields.suites ?? ''),
      components: words(fields.components ?? ''),
      options: fields,
    }));
}

/** The entry for another suite of the archive this system is installed from; security is kept elsewhere. */
export function entryForSuite(
  sources: AptSource[],
  installed: string,
  suite: string,
  component: string,
): string | undefined {
  const archive = sources.find(
    ({ types, suites, components }) =>
      types.includes('deb') && suites.includes(installed) && components.includes('main'),
  );
  if (!archive) return undefined;
  const kept = ['signed-by', 'trusted', 'check-valid-until'].flatMap((name) => {
    const value = archive.options[name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const uri = archive.uris.find((one) => !one.startsWith('cdrom:'));
  if (uri === undefined) return undefined;
  return [
    'Types: deb',
    `URIs: ${uri}`,
    `Suites: ${suite}`,
    `Components: ${component}`,
    ...kept,
    '',
  ].join('\n');
}

function fieldsOf(paragraph: string): Record<string, string> {
  const fields: Record<string, string> = {};
  let name = '';
  for (const line of paragraph.split('\n')) {
    const start = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
    if (start) {
      name = (start[1] ?? '').toLowerCase();
      fields[name] = start[2] ?? '';
    } else if (name && /^\s/.test(line)) fields[name] += `\n${line}`;
  }
  return fields;
}

function words(value: string): string[] {
  return value.split(/\s+/).filter(Boolean);
}
