import { createContext, useContext } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { compact, measured, wholeSize } from '../numbers.ts';
import { usePreferences } from '../preferences.ts';
import type { Int64 } from '../shapes.ts';

/** What the figures inside are counted in; money is counted in fen and shown in yuan. */
export const FigureUnit = createContext('');

/** Exact, or shortened with the exact value on hover and for those who listen. */
export function Figure({ value }: { value: bigint | number | Int64 }): ReactElement {
  const { i18n } = useTranslation();
  const { compactNumbers } = usePreferences();
  const unit = useContext(FigureUnit);
  const full = measured(String(value), unit, i18n.language);
  const short = compactNumbers ? compact(wholeSize(String(value), unit), i18n.language) : full;
  // Where a figure stands large, its length says how large it may be.
  const length = { '--letters': short.length };
  if (short === full)
    return (
      <span className="figure" style={length}>
        {full}
      </span>
    );
  return (
    <span className="figure" style={length} title={full}>
      <span aria-hidden="true">{short}</span>
      <span className="hidden">{full}</span>
    </span>
  );
}

/** In place of a number of people in need that few have, or that would tell such a number. */
export function HiddenFigure({ by }: { by: string }): ReactElement {
  const { t } = useTranslation();
  const unit = useContext(FigureUnit);
  const small = by === 'SMALL';
  // Of money it is the people who are few.
  const shown = small && unit !== 'fen' ? t('rollup.smallMark') : t('rollup.coveredMark');
  return (
    <abbr
      className="figure"
      style={{ '--letters': shown.length }}
      title={t(small ? 'rollup.small' : 'rollup.covered')}
    >
      {shown}
    </abbr>
  );
}

interface TracedProps {
  value: Int64;
  /** SMALL or COVERED where it may not be shown. */
  hidden?: string | undefined;
  /** What the number is, for those who do not see the table around it. */
  of: string;
  declared?: boolean;
  pending?: boolean;
  /** Inside a grid, which moves the one tab stop itself. */
  inGrid?: boolean;
  onTrace: () => void;
}

/** A number that answers where it comes from. */
export function TracedFigure({
  value,
  hidden = '',
  of,
  declared,
  pending,
  inGrid = false,
  onTrace,
}: TracedProps): ReactElement {
  const { t } = useTranslation();
  if (hidden !== '')
    return (
      <span>
        <span className="hidden">{of} </span>
        <HiddenFigure by={hidden} />
      </span>
    );
  return (
    <button
      type="button"
      className="traced"
      {...(inGrid ? { tabIndex: -1 } : {})}
      onClick={onTrace}
    >
      <span className="hidden">{of} </span>
      <Figure value={value} />
      {declared && (
        <abbr className="mark" title={t('rollup.declared')}>
          {t('rollup.declaredMark')}
        </abbr>
      )}
      {pending && (
        <abbr className="mark" title={t('rollup.pending')}>
          {t('rollup.pendingMark')}
        </abbr>
      )}
    </button>
  );
}
