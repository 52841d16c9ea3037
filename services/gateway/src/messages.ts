// What a code says to a person. A code without a text is shown as itself; a new one is one line in
// texts/.

import { TEXTS } from './texts.ts';

export type Language = 'zh' | 'en';

export interface CodeEntry {
  readonly code: string;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly help: string;
}

/** The text for a code; an unknown code names itself. */
export function titleOf(code: string, language: Language): string {
  const known = Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined;
  if (language === 'zh') return known?.[1] ?? `请求未被接受：${code}`;
  return known?.[2] ?? `Not accepted: ${code}`;
}

/** Every code there is, with the status it is answered with and its text in both languages. */
export function listCodes(): CodeEntry[] {
  return Object.entries(TEXTS)
    .map(([code, [status, zh, en]]) => ({ code, status, zh, en, help: helpOf(code) }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

/** Where the reference explains a code. */
export function helpOf(code: string): string {
  return `/docs/problems#${code}`;
}

/** Chinese, unless the reader asks for English before it. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',', 10)
    .map((entry) => {
      const [tag = '', quality] = entry.trim().toLowerCase().split(';q=');
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) || 0 };
    })
    .filter(({ language }) => language === 'zh' || language === 'en')
    .toSorted((one, other) => other.quality - one.quality);
  return ranked[0]?.language === 'en' ? 'en' : 'zh';
}
