/** Markup that is finished; every other text is escaped when it is put into a page. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Part[] | undefined;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = texts.map((text, at) => text + (at < parts.length ? rendered(parts[at]) : ''));
  return { markup: markup.join('') };
}

function rendered(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'object') {
    return 'markup' in part ? part.markup : part.map((each) => rendered(each)).join('');
  }
  return String(part).replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}
