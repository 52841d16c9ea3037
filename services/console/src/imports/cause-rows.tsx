import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { queries } from '../queries.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded } from '../ui/page.tsx';
import type { Import } from './import-state.ts';
import { importQueries } from './imports-queries.ts';

interface Props {
  job: Import;
  code: string;
  field: string;
}

/** The numbers of the rows as the sheet has them. What stands there is in the sheet, and not said here. */
export function CauseRows({ job, code, field }: Props): ReactElement {
  const query = useInfiniteQuery(importQueries.rows(job.importId, job.version, code));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const ofField = rows.filter((one) => one.field === field);
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={2}>
      {() => (
        <>
          <ul className="row-numbers">
            {ofField.map(({ row, heldByUnionId }) => (
              <li key={row}>
                <RowNumber row={row} heldByUnionId={heldByUnionId} />
              </li>
            ))}
          </ul>
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}

function RowNumber({ row, heldByUnionId }: { row: number; heldByUnionId: string }): ReactElement {
  const { t } = useTranslation();
  const holder = useQuery({ ...queries.union(heldByUnionId, ''), enabled: heldByUnionId !== '' });
  return (
    <>
      {t('imports.rowNumber', { row })}
      {holder.data && (
        <>
          {' '}
          <Link to={`/unions?id=${heldByUnionId}`}>{holder.data.name}</Link>
        </>
      )}
      {holder.error && <span className="quiet"> {t('imports.heldElsewhere')}</span>}
    </>
  );
}
