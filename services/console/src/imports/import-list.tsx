import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../dates.ts';
import { exact } from '../numbers.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useWho } from '../ui/use-who.ts';
import { megabytes } from './file-fault.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import { isWorking, percentOf } from './import-state.ts';
import type { Import } from './import-state.ts';
import { importQueries } from './imports-queries.ts';
import { useMayImport } from './may-import.ts';

export function ImportList(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(importQueries.list());
  const mayImport = useMayImport();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
      {() =>
        items.length === 0 ? (
          <Empty title={t('imports.none')}>
            <p>{t('imports.noneNext')}</p>
            {mayImport && (
              <Link className="button" to="/imports/new">
                {t('imports.begin')}
              </Link>
            )}
          </Empty>
        ) : (
          <>
            <ImportTable items={items} />
            <MoreButton query={query} />
          </>
        )
      }
    </Loaded>
  );
}

function ImportTable({ items }: { items: readonly Import[] }): ReactElement {
  const { t, i18n } = useTranslation();
  const who = useWho();
  return (
    <TableFrame label={t('imports.list')} className="table-cards">
      <thead>
        <tr>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col">{t('imports.union')}</th>
          <th scope="col">{t('imports.joinedOn')}</th>
          <th scope="col">{t('imports.state')}</th>
          <th scope="col">{t('imports.outcome')}</th>
          <th scope="col" className="number">
            {t('imports.size')}
          </th>
          <th scope="col">{t('imports.broughtBy')}</th>
          <th scope="col">{t('imports.begunAt')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.importId}>
            <th scope="row">
              <Link to={`/imports/${one.importId}`}>{one.fileName}</Link>
            </th>
            <td data-label={t('imports.union')}>{one.unionName}</td>
            <td className="date" data-label={t('imports.joinedOn')}>
              {one.joinedOn}
            </td>
            <td>
              <ImportStateChip state={one.state} />
            </td>
            <td data-label={t('imports.outcome')}>
              <Outcome of={one} />
            </td>
            <td className="number" data-label={t('imports.size')}>
              {megabytes(one.sizeBytes, i18n.language)}
            </td>
            <td data-label={t('imports.broughtBy')}>{who(one.createdBy)}</td>
            <td className="date" data-label={t('imports.begunAt')}>
              {moment(one.createdAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** How far it is, or what came of it. */
function Outcome({ of }: { of: Import }): ReactElement {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => exact(value, i18n.language);
  const percent = percentOf(of.rowsDone, of.rows);
  if (isWorking(of.state) && percent !== undefined) return <>{t('imports.percent', { percent })}</>;
  if (of.state === 'CHECKED') {
    const numbers = { valid: figure(of.rowsValid), refused: figure(of.rowsRefused) };
    return <>{t('imports.outcomeChecked', numbers)}</>;
  }
  if (of.state === 'DONE' || of.state === 'UNDONE') {
    const numbers = { joined: figure(of.rowsJoined), refused: figure(of.rowsRefused) };
    return <>{t('imports.outcomeDone', numbers)}</>;
  }
  return <>–</>;
}
