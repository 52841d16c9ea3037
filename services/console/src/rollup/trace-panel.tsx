import { useContext } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { periodName } from '../dates.ts';
import { signedMeasure, sum } from '../numbers.ts';
import type { Indicator, Rollup, RollupRow } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { Figure, FigureUnit, HiddenFigure } from '../ui/figure.tsx';
import { useDimsLabel, useIndicatorName, useLabels } from '../ui/labels.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { useDefinition } from './definition.ts';
import { Arithmetic } from './arithmetic.tsx';
import { Contributors } from './contributors.tsx';
import { HeldElsewhere } from './held-elsewhere.tsx';
import { addsUp, hides } from './rows.ts';
import type { Traced } from './rows.ts';

interface Props {
  rollup: Rollup;
  heldHere: boolean;
  indicators: readonly Indicator[];
  traced: Traced | undefined;
  onClose: () => void;
}

/** Where a number comes from: what it means, when, by which tree, and the sum that makes it. */
export function TracePanel({ traced, onClose, ...shown }: Props): ReactElement {
  const { t } = useTranslation();
  const unit = shown.indicators.find(({ code }) => code === traced?.row.indicator)?.unit ?? '';
  return (
    <SidePanel open={traced !== undefined} title={t('trace.title')} onClose={onClose}>
      <FigureUnit value={unit}>{traced && <Trace {...shown} traced={traced} />}</FigureUnit>
    </SidePanel>
  );
}

function Trace({
  rollup,
  heldHere,
  indicators,
  traced,
}: Omit<Props, 'onClose' | 'traced'> & { traced: Traced }) {
  const { t, i18n } = useTranslation();
  const label = useLabels();
  const indicatorName = useIndicatorName();
  const dimsLabel = useDimsLabel();
  const definition = useDefinition();
  // Live updates replace the rows while the panel is open; follow the newest of the same name.
  const row =
    rollup.rows.find(
      ({ indicator, dims }) => indicator === traced.row.indicator && dims === traced.row.dims,
    ) ?? traced.row;
  const indicator = indicators.find(({ code }) => code === row.indicator);
  const partAt = rollup.parts.findIndex(
    ({ union }) => union.unionId === traced.part?.union.unionId,
  );
  const { value, hidden } = toldOf(row, traced.scope, partAt);
  const agrees = isSum(row);
  const unit = useContext(FigureUnit);
  const pending = signedMeasure(row.pending, unit, i18n.language);

  return (
    <div className="trace">
      <p className="trace-name">
        {indicatorName(indicator, row.indicator)} · {dimsLabel(row.dims)}
      </p>
      <p className="trace-value">
        {hidden === '' ? <Figure value={value} /> : <HiddenFigure by={hidden} />}
        <span className="unit"> {label('unit', unit)}</span>
      </p>
      <p className="trace-scope">
        {traced.scope === 'part' ? traced.part?.union.name : rollup.union.name} ·{' '}
        {traced.scope === 'own' ? t('rollup.own') : t('rollup.subtree')}
      </p>
      <div className="chips">
        {row.declared && (
          <Chip tone="strong" icon="pen">
            {t('rollup.declared')}
          </Chip>
        )}
        {row.pending !== '0' && (
          <Chip tone="warn" icon="warning">
            {t('trace.pending', { change: pending })}
          </Chip>
        )}
      </div>
      {indicator && <p className="trace-definition">{definition(indicator)}</p>}
      {!heldHere && traced.scope === 'own' && <HeldElsewhere union={rollup.union} />}
      {heldHere && traced.scope === 'own' && indicator?.type !== 'rate' && (
        <Contributors
          title={t('rollup.ownContributors')}
          rollup={rollup}
          row={row}
          whole={row.own}
        />
      )}
      {!addsUp(indicator) && (
        <p className="note">{t(indicator?.type === 'set' ? 'trace.setNote' : 'trace.rateNote')}</p>
      )}
      {rollup.parts.length > 0 && addsUp(indicator) && (
        <>
          <h3>{t('trace.arithmetic')}</h3>
          <Arithmetic rollup={rollup} row={row} traced={traced} agrees={agrees} />
        </>
      )}
      {rollup.parts.length === 0 && heldHere && <p className="note">{t('trace.noParts')}</p>}
      <h3>{t('trace.meaning')}</h3>
      <Facts
        of={[
          [t('trace.type'), indicator && label('trace.types', indicator.type)],
          [t('trace.period'), periodName(rollup.period, i18n.language)],
          [t('trace.treeOn'), rollup.treeOn],
          [t('trace.version'), row.version],
          [t('trace.pendingChange'), pending],
          [t('trace.code'), <code key="code">{[row.indicator, row.dims].join(' ').trim()}</code>],
          [t('trace.holder'), <code key="node">{rollup.union.node}</code>],
        ]}
      />
    </div>
  );
}

function toldOf(row: RollupRow, scope: Traced['scope'], partAt: number) {
  if (scope === 'own') return { value: row.own, hidden: row.ownHidden };
  if (scope === 'subtree') return { value: row.subtree, hidden: row.subtreeHidden };
  return { value: row.partValues[partAt] ?? '0', hidden: row.partHidden[partAt] ?? '' };
}

/** Undefined where some of it may not be shown. */
function isSum(row: RollupRow): boolean | undefined {
  if (hides(row)) return undefined;
  return BigInt(row.own) + sum(row.partValues) === BigInt(row.subtree);
}
