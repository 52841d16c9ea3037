import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../ui/labels.ts';
import { LAYERS, MEASURE_CODES, recordsOf, type MeasureCode } from './measures.ts';
import { emptyTarget, type TypedTarget } from './targets.ts';

interface Props {
  typed: readonly TypedTarget[];
  onTyped: (typed: TypedTarget[]) => void;
}

const rowsMax = 50;

/** A row a target; more on demand. */
export function TargetsField({ typed, onTyped }: Props): ReactElement {
  const { t } = useTranslation();
  const put = (at: number, part: Partial<TypedTarget>): void =>
    onTyped(typed.map((row, place) => (place === at ? { ...row, ...part } : row)));
  return (
    <fieldset className="field">
      <legend>{t('programmes.targets')}</legend>
      <table className="target-rows">
        <thead>
          <tr>
            <th scope="col">{t('programmes.measure')}</th>
            <th scope="col">{t('programmes.layer')}</th>
            <th scope="col">{t('programmes.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {typed.map((row, at) => (
            <Row key={at} no={at + 1} row={row} onPut={(part) => put(at, part)} />
          ))}
        </tbody>
      </table>
      <p className="note">{t('programmes.targetsNote')}</p>
      {typed.length < rowsMax && (
        <button type="button" className="button" onClick={() => onTyped([...typed, emptyTarget])}>
          {t('programmes.oneMore')}
        </button>
      )}
    </fieldset>
  );
}

interface RowProps {
  no: number;
  row: TypedTarget;
  onPut: (part: Partial<TypedTarget>) => void;
}

function Row({ no, row, onPut }: RowProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const flat = recordsOf(row.measure)?.flat ?? false;
  const layerOf = (layer: string): string =>
    layer === '' ? t('programmes.everyLayer') : label('targetLayer', layer);
  return (
    <tr>
      <td>
        <select
          className="input"
          aria-label={t('programmes.measureNo', { no })}
          value={row.measure}
          onChange={({ target }) => onPut({ measure: target.value as MeasureCode })}
        >
          {MEASURE_CODES.map((code) => (
            <option key={code} value={code}>
              {label('targetMeasure', code)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <select
          className="input"
          aria-label={t('programmes.layerNo', { no })}
          disabled={flat}
          value={flat ? '' : row.layer}
          onChange={({ target }) => onPut({ layer: target.value })}
        >
          {LAYERS.map((code) => (
            <option key={code} value={code}>
              {layerOf(code)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          className="input"
          inputMode="numeric"
          pattern="[1-9]\d{0,6}"
          aria-label={t('programmes.askedNo', { no })}
          value={row.target}
          onChange={({ target }) => onPut({ target: target.value })}
        />
      </td>
    </tr>
  );
}
