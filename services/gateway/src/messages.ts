// What a code says to a person. A code without a text is shown as itself; a new one is one line in
// texts.ts.

import { TEXTS } from './texts.ts';

export type Language = 'zh' | 'en';

/** The text for a code; an unknown code names itself. */
export function titleOf(code: string, language: Language): string {
  const known = Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined;
  if (language === 'zh') return known?.[0] ?? `请求未被接受：${code}`;
  return known?.[1] ?? `Not accepted: ${code}`;
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
