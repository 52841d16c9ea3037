import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './trace-links.css';

interface Props {
  unionId: string;
  /** What is traced, by the names that the address of the screen has: voucher, receipt or line. */
  of: { voucher?: string; receipt?: string; line?: string };
}

/** From whatever shows money to where it came from and where it went. */
export function TraceLinks({ unionId, of }: Props): ReactElement {
  const { t } = useTranslation();
  const to = (direction: string) =>
    `/tracing?${new URLSearchParams({ union: unionId, direction, ...of }).toString()}`;
  return (
    <p className="trace-links">
      <Link to={to('BACK')}>{t('tracing.back')}</Link>
      <Link to={to('FORWARD')}>{t('tracing.forward')}</Link>
    </p>
  );
}
