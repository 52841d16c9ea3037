import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shift, today } from '../dates.ts';
import { DateField } from '../ui/date-field.tsx';
import { Icon } from '../ui/icons.tsx';

interface Props {
  period: string;
  onChange: (period: string) => void;
}

export function PeriodPicker({ period, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const byMonth = period.length > 4;
  const later = shift(period, 1);
  const thisMonth = today().slice(0, 7);
  return (
    <div className="period" role="group" aria-label={t('rollup.period')}>
      <Segmented
        aria-label={t('rollup.periodKind')}
        value={byMonth ? 'month' : 'year'}
        onChange={(kind) => onChange(kind === 'year' ? period.slice(0, 4) : monthOf(period))}
        options={[
          { value: 'year', label: t('rollup.year') },
          { value: 'month', label: t('rollup.month') },
        ]}
      />
      <div className="period-steps">
        <button
          type="button"
          className="button button-icon"
          onClick={() => onChange(shift(period, -1))}
        >
          <Icon name="back" />
          <span className="hidden">{t('rollup.earlier')}</span>
        </button>
        <label className="hidden" htmlFor="period">
          {t('rollup.period')}
        </label>
        <DateField
          id="period"
          picker={byMonth ? 'month' : 'year'}
          value={period}
          onChange={(next) => next !== '' && onChange(next)}
        />
        <button
          type="button"
          className="button button-icon"
          disabled={later > thisMonth.slice(0, later.length)}
          onClick={() => onChange(later)}
        >
          <Icon name="arrow" />
          <span className="hidden">{t('rollup.later')}</span>
        </button>
      </div>
    </div>
  );
}

/** From a year one falls into its last month that has begun. */
function monthOf(year: string): string {
  const now = today();
  return year === now.slice(0, 4) ? now.slice(0, 7) : `${year}-12`;
}
