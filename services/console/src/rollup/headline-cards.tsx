import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FigureUnit, TracedFigure } from '../ui/figure.tsx';
import { useIndicatorName, useLabels } from '../ui/labels.ts';
import type { Group, Traced } from './rows.ts';

interface Props {
  groups: readonly Group[];
  chosen: string;
  onChoose: (indicator: string, dims: string) => void;
  onTrace: (traced: Traced) => void;
}

/** The totals. Own level and subtree stand apart, under their own names, and are never added. */
export function HeadlineCards({ groups, chosen, onChoose, onTrace }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="headline">
      <h2 id="headline" className="hidden">
        {t('rollup.headline')}
      </h2>
      <ul className="cards" style={{ '--columns': columnsFor(groups.length) }}>
        {groups.map((group) => (
          <Card
            key={group.code}
            group={group}
            chosen={group.code === chosen}
            onChoose={() => onChoose(group.code, '')}
            onTrace={onTrace}
          />
        ))}
      </ul>
      <p className="note">{t('rollup.neverAdd')}</p>
    </section>
  );
}

/** Even rows of at most six, so that no row ends with holes. */
function columnsFor(cards: number): number {
  return Math.ceil(cards / Math.ceil(cards / 6));
}

interface CardProps {
  group: Group;
  chosen: boolean;
  onChoose: () => void;
  onTrace: (traced: Traced) => void;
}

function Card({ group, chosen, onChoose, onTrace }: CardProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const name = useIndicatorName()(group.indicator, group.code);
  const { total, indicator } = group;
  return (
    <li className={chosen ? 'card card-chosen' : 'card'}>
      <button type="button" className="card-name" aria-pressed={chosen} onClick={onChoose}>
        {name}
      </button>
      {indicator && (
        <p className="card-kind">
          {label('indicatorType', indicator.type)} · {label('unit', indicator.unit)}
        </p>
      )}
      {total ? (
        <FigureUnit value={indicator?.unit ?? ''}>
          <dl className="measures">
            <div className="measure-subtree">
              <dt>{t('rollup.subtree')}</dt>
              <dd>
                <TracedFigure
                  value={total.subtree}
                  of={`${name} ${t('rollup.subtree')}`}
                  declared={total.declared}
                  pending={total.pending !== '0'}
                  onTrace={() => onTrace({ row: total, scope: 'subtree' })}
                />
              </dd>
            </div>
            <div className="measure-own">
              <dt>{t('rollup.own')}</dt>
              <dd>
                <TracedFigure
                  value={total.own}
                  of={`${name} ${t('rollup.own')}`}
                  onTrace={() => onTrace({ row: total, scope: 'own' })}
                />
              </dd>
            </div>
          </dl>
        </FigureUnit>
      ) : (
        <p className="note">{t('rollup.noTotal')}</p>
      )}
    </li>
  );
}
