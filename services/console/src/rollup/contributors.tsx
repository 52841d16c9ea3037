import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Contributor, Rollup, RollupRow } from '../shapes.ts';
import { Figure } from '../ui/figure.tsx';
import { useDimsLabel, useIndicatorName } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Group } from './rows.ts';

interface Props {
  rollup: Rollup;
  group: Group;
  row: RollupRow;
}

/** Below the last reporting level a number is made of single unions. */
export function Contributors({ rollup, group, row }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const name = useIndicatorName()(group.indicator, group.code);
  const dims = useDimsLabel()(row.dims);
  const query = useInfiniteQuery(
    queries.contributors({
      unionId: rollup.union.unionId,
      indicator: row.indicator,
      dims: row.dims,
      period: rollup.period,
    }),
  );
  const items: Contributor[] = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('rollup.contributors')} note={`${name} · ${dims}`}>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('rollup.noContributors')}>{t('rollup.noContributorsNext')}</Empty>
          ) : (
            <TableFrame label={t('rollup.contributors')}>
              <thead>
                <tr>
                  <th scope="col">{t('unions.union')}</th>
                  <th scope="col" className="number">
                    {name}
                  </th>
                  <th scope="col" className="number">
                    {t('rollup.share')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.unionId}>
                    <th scope="row">
                      <Link to={`/unions?id=${item.unionId}`}>{item.name}</Link>
                    </th>
                    <td className="number">
                      <Figure value={item.value} />
                    </td>
                    <td className="number quiet">
                      {percent(item.value, row.subtree, i18n.language)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Section>
  );
}
