import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './choice-field.tsx';

interface Props {
  label: string;
  /** What is said for no year; absent where there is always one. */
  all?: string;
  /** '' for all. */
  value: string;
  onValue: (year: string) => void;
}

/** As many years back as anybody looks through lists of. */
const yearsBack = 8;

/** One of the last years, or the one that the address asks for. */
export function YearField({ label, all, value, onValue }: Props): ReactElement {
  const { t } = useTranslation();
  const thisYear = new Date().getFullYear();
  const last = Array.from({ length: yearsBack }, (_, at) => String(thisYear - at));
  const shown = value === '' || last.includes(value) ? last : [...last, value];
  return (
    <ChoiceField
      label={label}
      value={value}
      choices={[
        ...(all === undefined ? [] : [['', all] as const]),
        ...shown.map((year) => [year, t('budget.yearOf', { year })] as const),
      ]}
      onValue={onValue}
    />
  );
}
