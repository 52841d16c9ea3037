import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessTable } from '../members/access-table.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { myQueries } from './my-queries.ts';

export function MyAccess(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(myQueries.access());
  return (
    <Loaded query={query}>
      {(log) => {
        const entries = log.pages.flatMap(({ items }) => items);
        if (entries.length === 0) {
          return <Empty title={t('access.none')}>{t('access.noneMine')}</Empty>;
        }
        return (
          <>
            <AccessTable entries={entries} />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
