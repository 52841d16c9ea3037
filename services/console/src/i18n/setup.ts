// Loads one language at a time, and some areas only with their screens: a visitor downloads only the words that are shown.
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type acts from './acts/zh-CN.json';
import type assets from './assets/zh-CN.json';
import type audits from './audits/zh-CN.json';
import type campaigns from './campaigns/zh-CN.json';
import type giving from './giving/zh-CN.json';
import type grants from './grants/zh-CN.json';
import type help from './help/zh-CN.json';
import type households from './households/zh-CN.json';
import type mutual from './mutual/zh-CN.json';
import type notices from './notices/zh-CN.json';
import type oversight from './oversight/zh-CN.json';
import type reform from './reform/zh-CN.json';
import type rights from './rights/zh-CN.json';
import type services from './services/zh-CN.json';
import type zh from './zh-cn.ts';

/** All of them, those that come later too. */
export type Words = typeof zh &
  typeof acts &
  typeof assets &
  typeof audits &
  typeof campaigns &
  typeof giving &
  typeof grants &
  typeof help &
  typeof households &
  typeof mutual &
  typeof notices &
  typeof oversight &
  typeof reform &
  typeof rights &
  typeof services;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
  }
}

const words = {
  'zh-CN': () => import('./zh-cn.ts'),
  en: () => import('./en.ts'),
};

/** What comes with the screens that need it. */
const areas = {
  acts: {
    'zh-CN': () => import('./acts/zh-CN.json'),
    en: () => import('./acts/en.json'),
  },
  assets: {
    'zh-CN': () => import('./assets/zh-CN.json'),
    en: () => import('./assets/en.json'),
  },
  audits: {
    'zh-CN': () => import('./audits/zh-CN.json'),
    en: () => import('./audits/en.json'),
  },
  campaigns: {
    'zh-CN': () => import('./campaigns/zh-CN.json'),
    en: () => import('./campaigns/en.json'),
  },
  giving: {
    'zh-CN': () => import('./giving/zh-CN.json'),
    en: () => import('./giving/en.json'),
  },
  grants: {
    'zh-CN': () => import('./grants/zh-CN.json'),
    en: () => import('./grants/en.json'),
  },
  help: {
    'zh-CN': () => import('./help/zh-CN.json'),
    en: () => import('./help/en.json'),
  },
  households: {
    'zh-CN': () => import('./households/zh-CN.json'),
    en: () => import('./households/en.json'),
  },
  mutual: {
    'zh-CN': () => import('./mutual/zh-CN.json'),
    en: () => import('./mutual/en.json'),
  },
  notices: {
    'zh-CN': () => import('./notices/zh-CN.json'),
    en: () => import('./notices/en.json'),
  },
  oversight: {
    'zh-CN': () => import('./oversight/zh-CN.json'),
    en: () => import('./oversight/en.json'),
  },
  reform: {
    'zh-CN': () => import('./reform/zh-CN.json'),
    en: () => import('./reform/en.json'),
  },
  rights: {
    'zh-CN': () => import('./rights/zh-CN.json'),
    en: () => import('./rights/en.json'),
  },
  services: {
    'zh-CN': () => import('./services/zh-CN.json'),
    en: () => import('./services/en.json'),
  },
};
type Area = keyof typeof areas;
const cameLater = new Set<Area>();

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
  await Promise.all([...cameLater].map((area) => addWords(area, language)));
  await shown.changeLanguage(language);
  document.documentElement.lang = language;
}

/** A page, when the words of its areas are there. */
export async function withWords<Page>(
  page: Promise<Page>,
  ...needed: readonly Area[]
): Promise<Page> {
  for (const area of needed) cameLater.add(area);
  const language = shown.language as keyof typeof words;
  await Promise.all(needed.map((area) => addWords(area, language)));
  return page;
}

async function addWords(area: Area, language: keyof typeof words): Promise<void> {
  const { default: some } = await areas[area][language]();
  shown.addResourceBundle(language, 'translation', some, true);
}
