import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Links } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import type { Tone } from '../ui/chips.tsx';
import type { IconName } from '../ui/icons.tsx';
import { healthOf } from './node-health.ts';
import type { Health } from './node-health.ts';

const looks: Record<Health, { tone: Tone; icon: IconName }> = {
  good: { tone: 'good', icon: 'check' },
  late: { tone: 'warn', icon: 'clock' },
  cut: { tone: 'warn', icon: 'warning' },
  alarm: { tone: 'bad', icon: 'warning' },
};

/** One word for all links together, first on the page. */
export function HealthLead({ links }: { links: Links }): ReactElement {
  const { t } = useTranslation();
  const health = healthOf(links);
  return (
    <>
      <span role="status">
        <Chip {...looks[health]}>{t(`links.health.${health}`)}</Chip>
      </span>
      <span>{t('links.lead')}</span>
    </>
  );
}
