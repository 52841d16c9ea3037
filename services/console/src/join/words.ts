// This page's words without the library that the console speaks through: that would be a fifth of what a phone loads.
import { createContext, useContext } from 'react';
import type zh from '../i18n/join/zh-CN.json';
import type { Preferences } from '../preferences.ts';

type Language = Preferences['language'];
type Words = typeof zh.join;
type PathIn<Part, Above extends string = ''> = {
  [Key in keyof Part & string]: Part[Key] extends string
    ? `${Above}${Key}`
    : PathIn<Part[Key], `${Above}${Key}.`>;
}[keyof Part & string];
/** What stands in the files of words, by its place: `card.title`. */
export type Word = PathIn<Words>;
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const files = {
  'zh-CN': () => import('../i18n/join/zh-CN.json'),
  en: () => import('../i18n/join/en.json'),
} as const;

export async function loadWords(language: Language): Promise<Say> {
  const { default: words } = await files[language]();
  return (word, values = {}) => {
    const text = word.split('.').reduce<unknown>(partOf, words.join);
    return String(text).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };
}

function partOf(words: unknown, key: string): unknown {
  return (words as Record<string, unknown>)[key];
}

const Spoken = createContext<Say>((word) => word);
export const SpokenIn = Spoken.Provider;

export function useWords(): Say {
  return useContext(Spoken);
}
