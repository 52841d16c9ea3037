import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Audit } from '../shapes.ts';

/** To the voucher in the book of the audited union. */
export function VoucherLink({ audit, no }: { audit: Audit; no: string }): ReactElement {
  const { t } = useTranslation();
  if (no === '0') return <>–</>;
  return (
    <Link className="audit-link" to={`/books?union=${audit.unionId}&voucher=${no}`}>
      {t('audits.voucherNo', { no })}
    </Link>
  );
}
