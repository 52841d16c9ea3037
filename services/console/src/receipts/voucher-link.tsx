import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import type { Int64 } from '../shapes.ts';
import { useReach } from './use-reach.ts';

/** To the voucher in the node's book; who may not see the whole book is told the number alone. */
export function VoucherLink({ no }: { no: Int64 }): ReactElement {
  const { t } = useTranslation();
  const { whole } = useReach();
  const root = useQuery(queries.node()).data?.rootUnionId ?? '';
  const words = t('books.no', { no });
  if (!whole) return <>{words}</>;
  return (
    <Link to={`/books?union=${root}&voucher=${no}`}>
      <span className="hidden">{t('books.toVoucher', { no })} </span>
      {words}
    </Link>
  );
}
