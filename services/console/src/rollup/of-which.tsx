import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../numbers.ts';
import type { RollupRow } from '../shapes.ts';
import { TracedFigure } from '../ui/figure.tsx';
import { useDimsLabel, useIndicatorName } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { TableFrame } from '../ui/table-frame.tsx';
import { useDefinition } from './definition.ts';
import type { Group, Line, Traced } from './rows.ts';

interface Props {
  group: Group;
  chosen: RollupRow;
  onChoose: (indicator: string, dims: string) => void;
  onTrace: (traced: Traced) => void;
}

/** One indicator with its "of which" rows: the same records seen closer, not further addends. */
export function OfWhich({ group, chosen, onChoose, onTrace }: Props): ReactElement {
  const { t } = useTranslation();
  const name = useIndicatorName()(group.indicator, group.code);
  return (
    <Section title={name} note={useDefinition()(group.indicator)}>
      <TableFrame label={t('rollup.ofWhichTable', { name })} className="table-tight">
        <thead>
          <tr>
            <th scope="col">{t('rollup.ofWhich')}</th>
            <th scope="col" className="number">
              {t('rollup.subtree')}
            </th>
            <th scope="col" className="number">
              {t('rollup.share')}
            </th>
            <th scope="col" className="number apart">
              {t('rollup.own')}
            </th>
          </tr>
        </thead>
        <tbody>
          {group.lines.map((line) => (
            <OfWhichRow
              key={line.row.dims}
              line={line}
              name={name}
              total={group.total}
              chosen={line.row === chosen}
              onChoose={() => onChoose(group.code, line.row.dims)}
              onTrace={onTrace}
            />
          ))}
        </tbody>
      </TableFrame>
    </Section>
  );
}

interface RowProps {
  line: Line;
  name: string;
  total: RollupRow | undefined;
  chosen: boolean;
  onChoose: () => void;
  onTrace: (traced: Traced) => void;
}

function OfWhichRow({ line, name, total, chosen, onChoose, onTrace }: RowProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { row, depth } = line;
  const dims = useDimsLabel()(row.dims);
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <th scope="row" className={`depth-${depth}`}>
        <button type="button" className="pick" aria-pressed={chosen} onClick={onChoose}>
          {dims}
        </button>
      </th>
      <td className="number">
        <TracedFigure
          value={row.subtree}
          hidden={row.subtreeHidden}
          of={`${name} ${dims} ${t('rollup.subtree')}`}
          declared={row.declared}
          pending={row.pending !== '0'}
          onTrace={() => onTrace({ row, scope: 'subtree' })}
        />
      </td>
      <td className="number quiet">
        {depth > 0 && total && row.subtreeHidden === ''
          ? percent(row.subtree, total.subtree, i18n.language)
          : ''}
      </td>
      <td className="number apart">
        <TracedFigure
          value={row.own}
          hidden={row.ownHidden}
          of={`${name} ${dims} ${t('rollup.own')}`}
          onTrace={() => onTrace({ row, scope: 'own' })}
        />
      </td>
    </tr>
  );
}
