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
  const { t } = useTranslation();
  const query = useInfiniteQuery(importQueries.rows(job.importId, job.version, code));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const told = rows.filter((one) => one.field === field);
  const holders = [...new Set(told.map((one) => one.heldByUnionId))];
  return (
    <Loaded query={{ ...query, isPlaceholderData: false }} lines={2}>
      {() => (
        <>
          {holders.map((holder) => (
            <div key={holder} className="row-group">
              {holder !== '' && <Holder unionId={holder} />}
              <ul className="row-numbers">
                {told
                  .filter((one) => one.heldByUnionId === holder)
                  .map(({ row }) => (
                    <li key={row}>{t('imports.rowNumber', { row })}</li>
                  ))}
              </ul>
            </div>
          ))}
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  );
}

/** Where somebody is a member already; of a union outside one's duty not even the name is known. */
function Holder({ unionId }: { unionId: string }): ReactElement {
  const { t } = useTranslation();
  const union = useQuery(queries.union(unionId, ''));
  return (
    <p>
      {union.data && <Link to={`/unions?id=${unionId}`}>{union.data.name}</Link>}
      {union.error && t('imports.heldElsewhere')}
    </p>
  );
}
