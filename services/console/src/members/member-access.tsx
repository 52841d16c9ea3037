import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../ui/page.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { AccessTable } from './access-table.tsx';
import { memberQueries } from './members-queries.ts';

/** Who looked at this record; the member reads the same. */
export function MemberAccess({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(memberQueries.access(memberId));
  return (
    <Loaded query={query}>
      {(log) => {
        const entries = log.pages.flatMap(({ items }) => items);
        if (entries.length === 0) {
          return <Empty title={t('access.none')}>{t('access.noneNext')}</Empty>;
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
