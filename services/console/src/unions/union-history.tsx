import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import type { UnionChange } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Loaded } from '../ui/page.tsx';

/** Nothing is overwritten: when it took effect, and when it was written down. */
export function UnionHistory({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const detailOf = useDetail();
  const query = useQuery(queries.unionHistory(id));
  return (
    <>
      <h3>{t('unions.history')}</h3>
      <Loaded query={query} lines={3}>
        {(changes) =>
          changes.length === 0 ? (
            <p className="note">{t('unions.noHistory')}</p>
          ) : (
            <ol className="timeline">
              {changes.map((change) => (
                <li key={`${change.effectiveOn} ${change.what} ${change.recordedAt}`}>
                  <span className="date">{change.effectiveOn}</span>
                  <strong>{label('unionChange', change.what)}</strong>
                  {change.detail && <span>{detailOf(change)}</span>}
                  <span className="quiet">
                    {t('unions.recordedAt', { at: moment(change.recordedAt) })}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}

/** The first word of a detail can be a code or a number, which alone say nothing. */
function useDetail(): (change: UnionChange) => string {
  const { t } = useTranslation();
  const label = useLabels();
  return ({ what, detail }) => {
    const [first = '', ...rest] = detail.split(' ');
    if (what === 'established') return [label('establishedBy', first), ...rest].join(' ');
    if (what === 'election') return [t('unions.nthTerm', { term: first }), ...rest].join(' ');
    return detail;
  };
}
