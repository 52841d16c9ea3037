import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useContext } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seriesRange } from '../dates.ts';
import { queries } from '../queries.ts';
import type { Int64, Rollup, RollupRow, SeriesPoint } from '../shapes.ts';
import { Figure, FigureUnit, HiddenFigure } from '../ui/figure.tsx';
import { useDimsLabel, useIndicatorName } from '../ui/labels.ts';
import { Empty, Loaded, Section, Waiting } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import type { Group } from './rows.ts';

const SeriesChart = lazy(() => import('./series-chart.tsx'));

interface Props {
  rollup: Rollup;
  group: Group;
  row: RollupRow;
}

export function SeriesSection({ rollup, group, row }: Props): ReactElement {
  const { t } = useTranslation();
  const name = useIndicatorName()(group.indicator, group.code);
  const dims = useDimsLabel()(row.dims);
  const unit = useContext(FigureUnit);
  const { indicator } = row;
  const unionId = rollup.union.unionId;
  const query = useQuery(
    queries.series({ unionId, indicator, dims: row.dims, ...seriesRange(rollup.period) }),
  );
  return (
    <Section title={t('rollup.series')} note={`${name} · ${dims}`}>
      <Loaded query={query}>
        {(points) =>
          points.length === 0 ? (
            <Empty title={t('rollup.noSeries')} />
          ) : (
            <>
              <Suspense fallback={<Waiting lines={6} />}>
                <SeriesChart title={`${name} · ${dims}`} points={points} unit={unit} />
              </Suspense>
              <details className="twin">
                <summary>{t('rollup.asTable')}</summary>
                <SeriesTable points={points} />
              </details>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function MonthFigure({ value, hidden }: { value: Int64; hidden: string }): ReactElement {
  return hidden === '' ? <Figure value={value} /> : <HiddenFigure by={hidden} />;
}

function SeriesTable({ points }: { points: readonly SeriesPoint[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableFrame label={t('rollup.series')} className="table-tight">
      <thead>
        <tr>
          <th scope="col">{t('rollup.month')}</th>
          <th scope="col" className="number">
            {t('rollup.subtree')}
          </th>
          <th scope="col" className="number apart">
            {t('rollup.own')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.period}>
            <th scope="row">{point.period}</th>
            <td className="number">
              <MonthFigure value={point.subtree} hidden={point.subtreeHidden} />
            </td>
            <td className="number apart">
              <MonthFigure value={point.own} hidden={point.ownHidden} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
