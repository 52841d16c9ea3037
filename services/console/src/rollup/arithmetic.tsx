import { useContext } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { measured, sum } from '../numbers.ts';
import type { Int64, Rollup, RollupRow } from '../shapes.ts';
import { Chip, Freshness } from '../ui/chips.tsx';
import { Figure, FigureUnit, HiddenFigure } from '../ui/figure.tsx';
import type { Traced } from './rows.ts';

interface Props {
  rollup: Rollup;
  row: RollupRow;
  traced: Traced;
  /** Undefined where some of it may not be shown. */
  agrees: boolean | undefined;
}

/** own + parts = subtree, written out so that anyone can add it up. */
export function Arithmetic({ rollup, row, traced, agrees }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const unit = useContext(FigureUnit);
  const total = BigInt(row.own) + sum(row.partValues);
  return (
    <table className="table table-tight arithmetic">
      <tbody>
        <tr className={traced.scope === 'own' ? 'chosen' : ''}>
          <td className="sign" />
          <th scope="row">{t('trace.ownOf', { name: rollup.union.name })}</th>
          <td className="number">
            <Told value={row.own} hidden={row.ownHidden} />
          </td>
        </tr>
        {rollup.parts.map((part, at) => (
          <tr
            key={part.union.unionId}
            className={part.union.unionId === traced.part?.union.unionId ? 'chosen' : ''}
          >
            <td className="sign">+</td>
            <th scope="row">
              {part.union.name} <Freshness {...part} />
            </th>
            <td className="number">
              <Told value={row.partValues[at] ?? '0'} hidden={row.partHidden[at]} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className={traced.scope === 'subtree' ? 'chosen' : ''}>
          <td className="sign">=</td>
          <th scope="row">
            {t('trace.subtreeOf', { name: rollup.union.name })}{' '}
            {agrees === true && (
              <Chip tone="good" icon="check">
                {t('trace.agrees')}
              </Chip>
            )}
            {agrees === false && (
              <Chip tone="bad" icon="warning">
                {t('trace.differs', {
                  by: measured(String(BigInt(row.subtree) - total), unit, i18n.language),
                })}
              </Chip>
            )}
          </th>
          <td className="number">
            <Told value={row.subtree} hidden={row.subtreeHidden} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Told({ value, hidden = '' }: { value: Int64; hidden?: string | undefined }): ReactElement {
  return hidden === '' ? <Figure value={value} /> : <HiddenFigure by={hidden} />;
}
