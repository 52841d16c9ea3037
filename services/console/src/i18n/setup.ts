// Loads one language at a time: a visitor downloads only the words that are shown.
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type zh from './zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
  }
}

const words = {
  'zh-CN': () => import('./zh-CN.json'),
  en: () => import('./en.json'),
};

export async function startWords(language: keyof typeof words): Promise<void> {
  const { default: translation } = await words[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  });
  show(language);
}

export async function switchWords(language: keyof typeof words): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: translation } = await words[language]();
    i18next.addResourceBundle(language, 'translation', translation);
  }
  await i18next.changeLanguage(language);
  show(language);
}

function show(language: string): void {
  document.documentElement.lang = language;
}
