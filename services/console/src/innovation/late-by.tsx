import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chips.tsx';

/** Until when somebody has to answer, and by how much he is late. */
export function LateBy(props: { one: { dueOn: string; overdueDays: number } }): ReactElement {
  const { t } = useTranslation();
  const { dueOn, overdueDays } = props.one;
  return (
    <>
      {dueOn || '–'}
      {overdueDays > 0 && (
        <>
          {' '}
          <Chip tone="bad" icon="warning">
            {t('innovation.lateBy', { count: overdueDays })}
          </Chip>
        </>
      )}
    </>
  );
}

/** Who it comes from: a masked name, or a member whose name is none of the desk's business here. */
export function useAuthor(): (one: { personNameMasked: string; own: boolean }) => string {
  const { t } = useTranslation();
  return ({ personNameMasked, own }) => (own ? t('innovation.own') : personNameMasked);
}
