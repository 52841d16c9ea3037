import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { useUrl } from '../url.ts';

/** A voucher of this node opens; that of another one is named, and is opened there. */
export function VoucherLink({ node, no }: { node: string; no: string }): ReactElement | null {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const home = useQuery(queries.node()).data?.region;
  if (no === '0') return null;
  if (home !== undefined && node !== home) return <span>{t('tracing.atNode', { node, no })}</span>;
  return (
    <button type="button" className="traced trace-open" onClick={() => patch({ open: no })}>
      {t('tracing.openVoucher', { no })}
    </button>
  );
}
