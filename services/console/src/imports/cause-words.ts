import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../ui/labels.ts';
import { importQueries } from './imports-queries.ts';

interface CauseWords {
  /** Which rule it is. */
  title: string;
  /** What to do about it; empty where there is nothing more to say. */
  remedy: string;
}

/** A code as a person understands it: our own words, else the gateway's, else the code itself. */
export function useCauseWords(): (code: string) => CauseWords {
  const { i18n } = useTranslation();
  const label = useLabels();
  const known = useQuery(importQueries.codes()).data;
  const own = (group: string, code: string): string => {
    const words = label(group, code);
    return words === code ? '' : words;
  };
  return (code) => {
    const told = known?.get(code);
    const gateways = i18n.language === 'en' ? told?.en : told?.zh;
    return {
      title: own('importCause', code) || gateways || code,
      remedy: own('importRemedy', code),
    };
  };
}
