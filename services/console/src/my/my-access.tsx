import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessTable } from '../members/access-table.tsx';
import { queries } from '../queries.ts';
import type { MyRecord } from '../shapes.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { myQueries } from './my-queries.ts';

export function MyAccess({ record }: { record: MyRecord }): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(myQueries.access());
  const node = useQuery(queries.node());
  // A member may not read the tree: the unions of the own record have names, and the node's root has.
  const names = new Map([
    ...record.spells.map(({ unionId, unionName }) => [unionId, unionName] as const),
    [record.unionId, record.unionName],
    [node.data?.rootUnionId ?? '', node.data?.name ?? ''],
  ]);
  return (
    <Loaded query={query}>
      {(log) => {
        const entries = log.pages.flatMap(({ items }) => items);
        if (entries.length === 0) {
          return <Empty title={t('access.none')}>{t('access.noneMine')}</Empty>;
        }
        return (
          <>
            <AccessTable
              entries={entries}
              scopeOf={(unionId) => names.get(unionId) ?? t('access.otherUnion')}
            />
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}
