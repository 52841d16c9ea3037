import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MoneyFlow } from '../shapes.ts';
import { TraceLinks } from '../trace/trace-links.tsx';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useEndWords } from './end-words.ts';
import { flowQueries } from './flows-queries.ts';

interface Props {
  unionId: string;
  year: number;
  flow: MoneyFlow;
}

/** What a band is made of; each leads to its voucher and the voucher's seal. */
export function FlowVouchers({ unionId, year, flow }: Props): ReactElement {
  const { t } = useTranslation();
  const words = useEndWords();
  const query = useInfiniteQuery(flowQueries.vouchers(unionId, year, flow));
  return (
    <>
      <p className="panel-lead">
        {words(flow.fromKind, flow.fromPart)} → {words(flow.toKind, flow.toPart)} ·{' '}
        <Money fen={flow.amountFen} />
      </p>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => (
          <>
            <TableFrame label={t('flows.vouchers')}>
              <thead>
                <tr>
                  <th scope="col">{t('books.date')}</th>
                  <th scope="col">{t('books.summary')}</th>
                  <th scope="col" className="number">
                    {t('payments.amount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap(({ items }) => items)
                  .map((one) => (
                    <tr key={one.no}>
                      <td>{one.eventOn}</td>
                      <td>
                        <Link to={`/books?union=${unionId}&voucher=${one.no}`}>{one.summary}</Link>
                        <TraceLinks unionId={unionId} of={{ voucher: one.no }} />
                      </td>
                      <td className="number">
                        <Money fen={one.amountFen} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </TableFrame>
            <MoreButton query={query} />
          </>
        )}
      </Loaded>
    </>
  );
}
