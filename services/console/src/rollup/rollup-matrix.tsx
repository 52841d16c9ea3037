import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels, useDimsLabel, useIndicatorName } from '../ui/labels.ts';
import type { Rollup } from '../shapes.ts';
import { Freshness } from '../ui/chips.tsx';
import { FigureUnit, TracedFigure } from '../ui/figure.tsx';
import { Section } from '../ui/page.tsx';
import { GridFrame } from '../ui/grid-frame.tsx';
import { PartLink } from './parts-section.tsx';
import type { Group, Line, Traced } from './rows.ts';

interface Props {
  rollup: Rollup;
  groups: readonly Group[];
  onTrace: (traced: Traced) => void;
}

/** Every number of the period in one sheet, the one to print. */
export function RollupMatrix({ rollup, groups, onTrace }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('rollup.sheet')} note={t('rollup.sheetNote')}>
      <GridFrame label={t('rollup.sheet')} className="matrix">
        <thead>
          <tr>
            <th scope="col" className="pinned">
              {t('rollup.indicator')}
            </th>
            <th scope="col" className="number">
              {t('rollup.subtree')}
            </th>
            <th scope="col" className="number apart">
              {t('rollup.own')}
            </th>
            {rollup.parts.map((part) => (
              <th key={part.union.unionId} scope="col" className="number part">
                <PartLink inGrid part={part} />
                <Freshness {...part} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows key={group.code} rollup={rollup} group={group} onTrace={onTrace} />
        ))}
      </GridFrame>
    </Section>
  );
}

interface GroupProps {
  rollup: Rollup;
  group: Group;
  onTrace: (traced: Traced) => void;
}

function GroupRows({ rollup, group, onTrace }: GroupProps): ReactElement {
  const name = useIndicatorName()(group.indicator, group.code);
  return (
    <FigureUnit value={group.indicator?.unit ?? ''}>
      <tbody>
        {group.lines.map((line) => (
          <MatrixRow
            key={line.row.dims}
            rollup={rollup}
            line={line}
            name={name}
            unit={group.indicator?.unit ?? ''}
            onTrace={onTrace}
          />
        ))}
      </tbody>
    </FigureUnit>
  );
}

interface RowProps {
  rollup: Rollup;
  line: Line;
  name: string;
  unit: string;
  onTrace: (traced: Traced) => void;
}

function MatrixRow({ rollup, line, name, unit, onTrace }: RowProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const dimsLabel = useDimsLabel();
  const { row, depth } = line;
  const what = depth === 0 ? name : dimsLabel(row.dims);
  const marks = { declared: row.declared, pending: row.pending !== '0' };
  return (
    <tr className={depth === 0 ? 'row-total' : ''}>
      <th scope="row" className={`pinned depth-${depth}`}>
        {what}
        {depth === 0 && unit !== '' && <span className="unit"> {label('unit', unit)}</span>}
      </th>
      <td className="number">
        <TracedFigure
          inGrid
          value={row.subtree}
          hidden={row.subtreeHidden}
          of={`${what} ${t('rollup.subtree')}`}
          {...marks}
          onTrace={() => onTrace({ row, scope: 'subtree' })}
        />
      </td>
      <td className="number apart">
        <TracedFigure
          inGrid
          value={row.own}
          hidden={row.ownHidden}
          of={`${what} ${t('rollup.own')}`}
          onTrace={() => onTrace({ row, scope: 'own' })}
        />
      </td>
      {rollup.parts.map((part, at) => (
        <td key={part.union.unionId} className="number">
          <TracedFigure
            inGrid
            value={row.partValues[at] ?? '0'}
            hidden={row.partHidden[at]}
            of={`${what} ${part.union.name}`}
            onTrace={() => onTrace({ row, scope: 'part', part })}
          />
        </td>
      ))}
    </tr>
  );
}
