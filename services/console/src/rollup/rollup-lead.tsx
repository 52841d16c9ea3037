import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { periodName } from '../dates.ts';
import type { Rollup } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { thisYear } from './latest-year.ts';

interface Props {
  rollup: Rollup;
  /** Nobody asked for this year; the present one has nothing to show. */
  fallback: boolean;
}

/** Whose numbers, for when, by which tree, and whether any part is missing. */
export function RollupLead({ rollup, fallback }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const stale = rollup.parts.filter((part) => part.stale);
  return (
    <>
      <span>{periodName(rollup.period, i18n.language)}</span>
      <span>{t('rollup.treeOn', { date: rollup.treeOn })}</span>
      {fallback && <span>{t('rollup.latest', { year: thisYear() })}</span>}
      {rollup.parts.length > 0 && stale.length === 0 && (
        <Chip tone="good" icon="check">
          {t('rollup.complete', { parts: rollup.parts.length })}
        </Chip>
      )}
      {stale.length > 0 && (
        <Chip tone="warn" icon="warning" title={stale.map((part) => part.union.name).join(', ')}>
          {t('rollup.incomplete', { stale: stale.length, parts: rollup.parts.length })}
        </Chip>
      )}
    </>
  );
}
