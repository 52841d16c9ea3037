import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { percent } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Contributor, Int64, Rollup, RollupRow } from '../shapes.ts';
import { Figure, HiddenFigure } from '../ui/figure.tsx';
import { useDimsLabel } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';

interface Props {
  title: string;
  rollup: Rollup;
  row: RollupRow;
  /** What the contributors add up to. */
  whole: Int64;
}

/** Below the last reporting level a number is made of single unions. */
export function Contributors({ title, rollup, row, whole }: Props): ReactElement {
  const { t } = useTranslation();
  const dims = useDimsLabel()(row.dims);
  const query = useInfiniteQuery(
    queries.contributors({
      unionId: rollup.union.unionId,
      indicator: row.indicator,
      dims: row.dims,
      period: rollup.period,
    }),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={title} note={dims}>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('rollup.noContributors')}>{t('rollup.noContributorsNext')}</Empty>
          ) : (
            <ContributorTable title={title} items={items} whole={whole} />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Section>
  );
}

interface TableProps {
  title: string;
  items: readonly Contributor[];
  whole: Int64;
}

function ContributorTable({ title, items, whole }: TableProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <TableFrame label={title}>
      <thead>
        <tr>
          <th scope="col">{t('unions.union')}</th>
          <th scope="col" className="number">
            {t('rollup.value')}
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
              <Link to={`/unions?id=${item.unionId}`}>{item.name || item.unionId}</Link>
            </th>
            <td className="number">
              {item.hidden === '' ? (
                <Figure value={item.value} />
              ) : (
                <HiddenFigure by={item.hidden} />
              )}
            </td>
            <td className="number quiet">
              {item.hidden === '' ? percent(item.value, whole, i18n.language) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
