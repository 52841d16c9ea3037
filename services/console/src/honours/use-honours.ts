// What several screens of honours ask of the reader and of the language.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import { useLabels } from '../ui/labels.ts';

interface Desk {
  duty: string;
  /** The duty is over the whole node. */
  whole: boolean;
  /** Writes nominations, within its unions. */
  writes: boolean;
  /** Reads of whom they are; who supervises reads of how many. */
  reads: boolean;
  scopeUnionId: string;
  /** Whose honours the node decides itself. */
  level: string;
}

export function useDesk(): Desk {
  const held = useQuery(queries.session()).data?.duty;
  const node = useQuery(queries.node()).data;
  const { whole } = useReach();
  const duty = held?.duty ?? '';
  return {
    duty,
    whole,
    writes: ['clerk', 'chair'].includes(duty),
    reads: ['clerk', 'chair', 'auditor'].includes(duty),
    scopeUnionId: held?.scopeUnionId ?? '',
    level: node?.level ?? '',
  };
}

interface Named {
  honourCode: string;
  level: string;
  /** As the policy names it, in Chinese. */
  name: string;
}

/** What an honour is called; the API says it in Chinese only. */
export function useHonourName(): (honour: Named) => string {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  return ({ honourCode, level, name }) =>
    i18n.language === 'en'
      ? t('honours.named', {
          level: label('honourLevel', level),
          honour: label('honourCode', honourCode),
        })
      : name;
}

/** A share counts whoever has one or another of them; who is nominated has all. */
export function useTraits(by: 'or' | 'and'): (traits: readonly string[]) => string {
  const { t } = useTranslation();
  const label = useLabels();
  return (traits) => traits.map((trait) => label('trait', trait)).join(t(`honours.${by}`));
}
