// What an indicator counts. The API says it in Chinese; the English words come with the pages that show them, and not
// with the first load.
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../shapes.ts';
import english from './definitions-en.json';

const words: Readonly<Record<string, string>> = english;

/** Of an indicator that is new to us in the API's words. */
export function useDefinition(): (indicator: Indicator | undefined) => string {
  const { i18n } = useTranslation();
  return (indicator) => {
    if (!indicator) return '';
    return (i18n.language === 'en' && words[indicator.code]) || indicator.definition;
  };
}
