import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '../acts/fact-values.tsx';
import { rightsQueries } from './rights-queries.ts';

type Roster = readonly (readonly [value: string, words: string])[];

/** Who is on the roster in that profession now. */
export function useRoster(profession: string): Roster {
  const of = { unionId: '', profession, onDutyOn: '' };
  const all = itemsOf(useInfiniteQuery(rightsQueries.professionals(of)).data);
  return all
    .filter(({ endedOn }) => endedOn === '')
    .map((one) => [
      one.professionalId,
      [one.professionalName, one.firmName].filter(Boolean).join(' · '),
    ]);
}

/** The same, or nobody. */
export function useRosterOrNobody(profession: string): Roster {
  const { t } = useTranslation();
  return [['', t('rights.nobody')], ...useRoster(profession)];
}
