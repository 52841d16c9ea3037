import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FigureUnit, TracedFigure } from '../ui/figure.tsx';
import { useIndicatorName, useLabels } from '../ui/labels.ts';
import { areasOf } from './areas.ts';
import type { Area } from './areas.ts';
import { columnsFor } from './columns-for.ts';
import { hides } from './rows.ts';
import type { Group, Traced } from './rows.ts';

interface Props {
  groups: readonly Group[];
  chosen: string;
  onChoose: (indicator: string, dims: string) => void;
  onTrace: (traced: Traced) => void;
}

/** The totals, by area. Own level and subtree stand apart, under their own names, and are never added. */
export function HeadlineCards({ groups, ...rest }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="section" aria-labelledby="headline">
      <h2 id="headline" className="hidden">
        {t('rollup.headline')}
      </h2>
      {areasOf(groups).map((area) => (
        <AreaCards key={area.name} area={area} {...rest} />
      ))}
      <p className="note">{t('rollup.neverAdd')}</p>
      {groups.some(({ lines }) => lines.some(({ row }) => hides(row))) && (
        <p className="note">{t('rollup.hiddenNote')}</p>
      )}
    </section>
  );
}

interface AreaProps extends Omit<Props, 'groups'> {
  area: Area;
}

/** What has a number, as cards; the rest is one line that says so, and one stop of a keyboard until it is opened. */
function AreaCards({ area, chosen, onChoose, onTrace }: AreaProps): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  return (
    <>
      <h3 className="area">
        {area.name === '' ? t('rollup.otherArea') : label('area', area.name)}
      </h3>
      {area.counted.length > 0 && (
        <ul className="cards" style={{ '--columns': columnsFor(area.counted.length) }}>
          {area.counted.map((group) => (
            <Card
              key={group.code}
              group={group}
              chosen={group.code === chosen}
              onChoose={() => onChoose(group.code, '')}
              onTrace={onTrace}
            />
          ))}
        </ul>
      )}
      {area.idle.length > 0 && (
        <details className="idle">
          <summary>{t('rollup.noRecords', { count: area.idle.length })}</summary>
          {area.idle.map((group) => (
            <IdleName
              key={group.code}
              group={group}
              chosen={group.code === chosen}
              onChoose={() => onChoose(group.code, '')}
            />
          ))}
        </details>
      )}
    </>
  );
}

interface NameProps {
  group: Group;
  chosen: boolean;
  onChoose: () => void;
}

function IdleName({ group, chosen, onChoose }: NameProps): ReactElement {
  const name = useIndicatorName()(group.indicator, group.code);
  return (
    <button type="button" className="pick" aria-pressed={chosen} onClick={onChoose}>
      {name}
    </button>
  );
}

interface CardProps extends NameProps {
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
                  hidden={total.subtreeHidden}
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
                  hidden={total.ownHidden}
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
