// Small state marks. Each has a shape and a word; colour only helps.
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { age, moment } from '../dates.ts';
import type { Int64 } from '../shapes.ts';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'strong';

interface ChipProps {
  tone?: Tone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
}

export function Chip({ tone = 'plain', icon, title, children }: ChipProps): ReactElement {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

interface FreshnessProps {
  receivedAt: string;
  ageSeconds: Int64;
  stale: boolean;
}

/** How old a received figure is; a figure this node counts itself has no age. */
export function Freshness({ receivedAt, ageSeconds, stale }: FreshnessProps): ReactElement {
  const { t, i18n } = useTranslation();
  if (receivedAt === '' && !stale) {
    return <span className="counted">{t('freshness.counted')}</span>;
  }
  if (receivedAt === '') {
    return (
      <Chip tone="warn" icon="warning">
        {t('freshness.never')}
      </Chip>
    );
  }
  const since = age(Number(ageSeconds), i18n.language);
  const at = t('freshness.receivedAt', { at: moment(receivedAt) });
  if (stale) {
    return (
      <Chip tone="warn" icon="warning" title={at}>
        {t('freshness.stale', { since })}
      </Chip>
    );
  }
  return (
    <Chip tone="good" icon="clock" title={at}>
      {since}
    </Chip>
  );
}
