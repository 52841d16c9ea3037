import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { percentOf } from '../imports/import-state.ts';
import { exact } from '../numbers.ts';
import type { Collection } from '../shapes.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { CollectionStateChip } from './collection-state-chip.tsx';
import { receiptQueries } from './receipts-queries.ts';
import { useReach } from './use-reach.ts';

/** The tax bureau's files, the newest first. */
export function CollectionList(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(receiptQueries.collections());
  const { writes } = useReach();
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? (
          <Empty title={t('receipts.noFiles')}>
            <p>{t('receipts.noFilesNext')}</p>
            {writes && (
              <Link className="button" to="/receipts/new">
                {t('receipts.bring')}
              </Link>
            )}
          </Empty>
        ) : (
          <>
            <CollectionTable items={items} />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function CollectionTable({ items }: { items: readonly Collection[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('receipts.view.files')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('receipts.file')}</th>
          <th scope="col">{t('receipts.state')}</th>
          <th scope="col" className="number">
            {t('receipts.deposit')}
          </th>
          <th scope="col">{t('receipts.outcome')}</th>
          <th scope="col">{t('receipts.begunAt')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.collectionId}>
            <th scope="row">
              <Link to={`/receipts/${one.collectionId}`}>{one.fileName}</Link>
            </th>
            <td data-label={t('receipts.state')}>
              <CollectionStateChip state={one.state} />
            </td>
            <td className="number" data-label={t('receipts.deposit')}>
              <Money fen={one.totalFen} />
            </td>
            <td data-label={t('receipts.outcome')}>
              <Outcome of={one} />
            </td>
            <td className="date" data-label={t('receipts.begunAt')}>
              {moment(one.createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** How far it is, or what came of it. */
function Outcome({ of }: { of: Collection }): ReactElement {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => exact(value, i18n.language);
  const percent = percentOf(of.linesDone, of.lines);
  if (of.state === 'POSTING' && percent !== undefined) {
    return <>{t('imports.percent', { percent })}</>;
  }
  if (of.state === 'CHECKED')
    return <>{t('receipts.linesRead', { count: of.lines, lines: figure(of.lines) })}</>;
  if (of.state !== 'DONE') return <>–</>;
  const posted = of.linesPosted + of.linesHeld;
  return (
    <>
      {t('receipts.outcomeDone', { count: posted, posted: figure(posted) })}{' '}
      {of.linesWaiting > 0 && (
        <Link to={`/receipts?view=waiting&file=${of.collectionId}`}>
          {t('receipts.outcomeWaiting', { waiting: figure(of.linesWaiting) })}
        </Link>
      )}
    </>
  );
}
