import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { prefer, usePreferences } from '../preferences.ts';
import { queries } from '../queries.ts';
import type { Indicator, NodeFacts, Rollup } from '../shapes.ts';
import { FigureUnit } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { Empty, Loaded, Page, Waiting } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { Contributors } from './contributors.tsx';
import { HeadlineCards } from './headline-cards.tsx';
import { HeldElsewhere } from './held-elsewhere.tsx';
import { latestYear, thisYear } from './latest-year.ts';
import { OfWhich } from './of-which.tsx';
import { PartsSection } from './parts-section.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { RollupMatrix } from './rollup-matrix.tsx';
import { RollupLead } from './rollup-lead.tsx';
import { groupRows } from './rows.ts';
import type { Traced } from './rows.ts';
import { SeriesSection } from './series-section.tsx';
import { TracePanel } from './trace-panel.tsx';
import { Trail } from './trail.tsx';

export default function RollupPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const node = useQuery(queries.node());
  const indicators = useQuery(queries.indicators());
  const unionId = read('unionId');
  const named = /^\d{4}(-\d{2})?$/.test(read('period')) ? read('period') : '';
  const latest = useQuery({ ...latestYear(useQueryClient()), enabled: named === '' });
  // Where it cannot be found out, this year's roll-up says why.
  const period = named || latest.data || (latest.error ? thisYear() : '');
  const rollup = useQuery({ ...queries.rollup({ unionId, period }), enabled: period !== '' });
  const name = rollup.data?.union.name;

  return (
    <Page
      title={name ? t('rollup.titleOf', { name }) : t('rollup.title')}
      above={<Trail rollup={rollup.data} rootId={node.data?.rootUnionId ?? ''} period={period} />}
      lead={
        rollup.data && (
          <RollupLead rollup={rollup.data} fallback={named === '' && period !== thisYear()} />
        )
      }
      tools={
        <>
          {period !== '' && (
            <PeriodPicker period={period} onChange={(next) => patch({ period: next })} />
          )}
          <NumberStyle />
          <button type="button" className="button button-icon" onClick={() => window.print()}>
            <Icon name="print" />
            <span className="hidden">{t('action.print')}</span>
          </button>
        </>
      }
    >
      <Loaded query={rollup} lines={8}>
        {(data) =>
          indicators.data && node.data ? (
            <Numbers rollup={data} indicators={indicators.data} node={node.data} />
          ) : (
            <Waiting lines={8} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface NumbersProps {
  rollup: Rollup;
  indicators: readonly Indicator[];
  node: NodeFacts;
}

function Numbers({ rollup, indicators, node }: NumbersProps): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const [traced, setTraced] = useState<Traced>();
  const groups = groupRows(rollup, indicators);
  const chosen = groups.find((group) => group.code === read('indicator')) ?? groups[0];
  if (chosen === undefined || rollup.rows.every((row) => row.subtree === '0')) {
    return <Empty title={t('rollup.empty')}>{t('rollup.emptyNext')}</Empty>;
  }

  const line = chosen.lines.find(({ row }) => row.dims === read('dims')) ?? chosen.lines[0];
  const heldHere = rollup.union.node === node.region;
  const choose = (indicator: string, dims: string): void => patch({ indicator, dims }, true);
  return (
    <>
      <p className="note screen-only">
        <a href="#sheet">{t('rollup.toSheet')}</a>
      </p>
      <HeadlineCards groups={groups} chosen={chosen.code} onChoose={choose} onTrace={setTraced} />
      {line && (
        <FigureUnit value={chosen.indicator?.unit ?? ''}>
          <div className="two-up screen-only">
            <OfWhich group={chosen} chosen={line.row} onChoose={choose} onTrace={setTraced} />
            <SeriesSection rollup={rollup} group={chosen} row={line.row} />
          </div>
          {rollup.parts.length > 0 && (
            <PartsSection rollup={rollup} group={chosen} row={line.row} onTrace={setTraced} />
          )}
          {rollup.parts.length === 0 && heldHere && chosen.indicator?.type !== 'rate' && (
            <Contributors
              title={t('rollup.contributors')}
              rollup={rollup}
              row={line.row}
              whole={line.row.subtree}
            />
          )}
          {rollup.parts.length === 0 && !heldHere && <HeldElsewhere union={rollup.union} />}
        </FigureUnit>
      )}
      {/* Hundreds of cards stand before it: whoever goes by keys is there at once. */}
      <div id="sheet">
        <RollupMatrix rollup={rollup} groups={groups} onTrace={setTraced} />
      </div>
      <TracePanel
        rollup={rollup}
        heldHere={heldHere}
        indicators={indicators}
        traced={traced}
        onClose={() => setTraced(undefined)}
      />
    </>
  );
}

function NumberStyle(): ReactElement {
  const { t } = useTranslation();
  const { compactNumbers } = usePreferences();
  return (
    <Segmented
      aria-label={t('rollup.numberStyle')}
      value={compactNumbers ? 'compact' : 'exact'}
      onChange={(style) => prefer({ compactNumbers: style === 'compact' })}
      options={[
        { value: 'exact', label: t('rollup.exact') },
        { value: 'compact', label: t('rollup.compact') },
      ]}
    />
  );
}
