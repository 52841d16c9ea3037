import { Segmented } from 'antd';
import { lazy, Suspense, useContext, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { percent } from '../numbers.ts';
import type { Part, Rollup, RollupRow } from '../shapes.ts';
import { Freshness } from '../ui/chips.tsx';
import { FigureUnit, TracedFigure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { useDimsLabel, useIndicatorName } from '../ui/labels.ts';
import { Section, Waiting } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { merged, useUrl } from '../url.ts';
import { addsUp } from './rows.ts';
import type { Group, Traced } from './rows.ts';

const PartsChart = lazy(() => import('./parts-chart.tsx'));

interface Props {
  rollup: Rollup;
  group: Group;
  row: RollupRow;
  onTrace: (traced: Traced) => void;
}

export interface Share {
  part: Part;
  value: string;
  hidden: string;
}

/** What the subtree is made of: drawn, and in a table that says the same. */
export function PartsSection({ rollup, group, row, onTrace }: Props): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const [style, setStyle] = useState<'bar' | 'treemap'>('bar');
  const unit = useContext(FigureUnit);
  const name = useIndicatorName()(group.indicator, group.code);
  const dims = useDimsLabel()(row.dims);
  const shares = rollup.parts
    .map((part, at) => ({
      part,
      value: row.partValues[at] ?? '0',
      hidden: row.partHidden[at] ?? '',
    }))
    .toSorted((a, b) => Number(BigInt(b.value) - BigInt(a.value)));

  return (
    <Section
      screenOnly
      title={t('rollup.parts')}
      note={`${name} · ${dims} · ${t('rollup.subtree')}`}
      tools={
        <Segmented
          aria-label={t('rollup.chartStyle')}
          value={style}
          onChange={setStyle}
          options={[
            { value: 'bar', label: t('rollup.bar') },
            { value: 'treemap', label: t('rollup.treemap') },
          ]}
        />
      }
    >
      <div className="parts">
        <div>
          <Suspense fallback={<Waiting lines={8} />}>
            <PartsChart
              style={style}
              title={`${name} · ${dims}`}
              shares={shares.filter(({ hidden }) => hidden === '')}
              unit={unit}
              onDrill={(unionId) => patch({ unionId })}
            />
          </Suspense>
          {style === 'bar' && shares.some(({ part }) => part.stale) && (
            <p className="note">{t('rollup.staleBars')}</p>
          )}
        </div>
        <TableFrame label={t('rollup.partsTable', { name })}>
          <thead>
            <tr>
              <th scope="col">{t('rollup.part')}</th>
              <th scope="col" className="number">
                {t('rollup.subtree')}
              </th>
              <th scope="col" className="number">
                {t('rollup.share')}
              </th>
              <th scope="col">{t('rollup.freshness')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <PartRow
                key={share.part.union.unionId}
                share={share}
                of={`${name} ${dims}`}
                whole={
                  addsUp(group.indicator) && row.subtreeHidden === '' ? row.subtree : undefined
                }
                onTrace={() => onTrace({ row, scope: 'part', part: share.part })}
              />
            ))}
          </tbody>
        </TableFrame>
      </div>
    </Section>
  );
}

interface RowProps {
  share: Share;
  of: string;
  /** Undefined where parts are no shares of it. */
  whole: string | undefined;
  onTrace: () => void;
}

function PartRow({ share, of, whole, onTrace }: RowProps): ReactElement {
  const { i18n } = useTranslation();
  const { part, value, hidden } = share;
  return (
    <tr>
      <th scope="row">
        <PartLink part={part} />
      </th>
      <td className="number">
        <TracedFigure
          value={value}
          hidden={hidden}
          of={`${part.union.name} ${of}`}
          onTrace={onTrace}
        />
      </td>
      <td className="number quiet">
        {whole === undefined || hidden !== '' ? '' : percent(value, whole, i18n.language)}
      </td>
      <td>
        <Freshness {...part} />
      </td>
    </tr>
  );
}

interface LinkProps {
  part: Part;
  /** Inside a grid, which moves the one tab stop itself. */
  inGrid?: boolean;
}

export function PartLink({ part, inGrid = false }: LinkProps): ReactElement {
  const [params] = useSearchParams();
  return (
    <Link
      className="drill"
      {...(inGrid ? { tabIndex: -1 } : {})}
      to={{ search: merged(params, { unionId: part.union.unionId }).toString() }}
    >
      {part.union.name}
      <Icon name="arrow" />
    </Link>
  );
}
