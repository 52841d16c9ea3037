// Loads one language at a time: a visitor downloads only the words that are shown.
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type zh from './zh-cn.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
  }
}

const words = {
  'zh-CN': () => import('./zh-cn.ts'),
  en: () => import('./en.ts'),
};

const shown = createInstance().use(initReactI18next);

export async function startWords(language: keyof typeof words): Promise<void> {
  const { default: translation } = await words[language]();
  await shown.init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function switchWords(language: keyof typeof words): Promise<void> {
  if (shown.language === language) return;
  if (!shown.hasResourceBundle(language, 'translation')) {
    const { default: translation } = await words[language]();
    shown.addResourceBundle(language, 'translation', translation);
  }
  await shown.changeLanguage(language);
  document.documentElement.lang = language;
}
