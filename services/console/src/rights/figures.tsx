import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { UnionFilter } from '../acts/record-filter.tsx';
import { today } from '../dates.ts';
import type { WorkOrderFigure } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useUrl } from '../url.ts';
import { rightsQueries } from './rights-queries.ts';
import { averageOf, shareOf, totalOf } from './share-of.ts';

const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** Orders by the day they came in, by kind and region; each rate of two numbers beside it. */
export function Figures(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const id = useId();
  const fromOn = isDay(read('from')) ? read('from') : `${today().slice(0, 4)}-01-01`;
  const toOn = isDay(read('to')) ? read('to') : today();
  const query = useQuery(rightsQueries.figures({ unionId: read('union'), fromOn, toOn }));
  return (
    <Section title={t('rights.view.figures')} note={t('rights.figuresNote')}>
      <div className="filter">
        <UnionFilter />
        {(['from', 'to'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{t(`rights.${name}`)}</label>
            <input
              id={`${id}-${name}`}
              className="input"
              type="date"
              max={today()}
              value={name === 'from' ? fromOn : toOn}
              onChange={({ target }) => patch({ [name]: target.value }, true)}
            />
          </div>
        ))}
      </div>
      <Loaded query={query}>
        {({ items, callsAnswered }) => (
          <>
            <Total of={totalOf(items)} calls={callsAnswered} />
            {items.length === 0 ? (
              <Empty title={t('rights.noFigures')}>{t('rights.noFiguresNext')}</Empty>
            ) : (
              <Section title={t('rights.byKind')}>
                <RecordTable
                  label={t('rights.view.figures')}
                  items={items}
                  idOf={({ orderKind, regionCode }) => `${orderKind} ${regionCode}`}
                  name={{
                    label: t('record.orderKind'),
                    of: ({ orderKind }) =>
                      orderKind === '' ? t('rights.notClassified') : label('orderKind', orderKind),
                    part: ({ regionCode }) => regionCode,
                  }}
                  columns={[
                    { label: t('rights.received'), number: true, of: (one) => one.received },
                    { label: t('rights.dispatched'), number: true, of: (one) => one.dispatched },
                    { label: t('rights.replied'), number: true, of: (one) => one.replied },
                    { label: t('rights.onTimeRate'), number: true, of: onTime },
                    { label: t('rights.closedRate'), number: true, of: closed },
                    { label: t('rights.satisfied'), number: true, of: averageOf },
                    {
                      label: t('rights.recovered'),
                      number: true,
                      of: ({ recoveredFen }) => <Money fen={recoveredFen} />,
                    },
                  ]}
                />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const onTime = (one: WorkOrderFigure) => shareOf(one.onTime, one.replied);
const closed = (one: WorkOrderFigure) => shareOf(one.closed, one.received);

function Total({ of, calls }: { of: WorkOrderFigure; calls: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <Section title={t('rights.total')}>
      <Facts
        of={[
          [t('rights.callsAnswered'), calls],
          [t('rights.received'), of.received],
          [t('rights.replied'), of.replied],
          [t('rights.onTimeRate'), onTime(of)],
          [t('rights.closedRate'), closed(of)],
          [t('rights.satisfied'), averageOf(of)],
          [t('rights.recovered'), <Money key="recovered" fen={of.recoveredFen} />],
        ]}
      />
    </Section>
  );
}
