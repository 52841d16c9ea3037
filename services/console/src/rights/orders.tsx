import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import { Chip } from '../ui/chips.tsx';
import { useLabels } from '../ui/labels.ts';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { intakeActs } from './intake-acts.ts';
import { OrderClock } from './order-clock.tsx';
import { orderStates } from './order-states.ts';
import { rightsQueries, type OrdersOf } from './rights-queries.ts';
import { useWhere } from './use-where.ts';

/** What is looked for first. An auditor has nothing to do himself. */
const queues = {
  mine: { mine: true, light: '', state: '' },
  soon: { mine: false, light: 'YELLOW', state: '' },
  late: { mine: false, light: 'RED', state: '' },
  open: { mine: false, light: '', state: 'OPEN' },
  all: { mine: false, light: '', state: '' },
} as const;
const names = Object.keys(queues) as (keyof typeof queues)[];

/** Orders by what has to be done with them, the newest first. */
export function Orders(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const where = useWhere();
  const [read] = useUrl();
  const audits = useQuery(queries.session()).data?.duty?.duty === 'auditor';
  const offered = names.filter((name) => !audits || name !== 'mine');
  const queue = offered.find((name) => name === read('queue')) ?? offered[0] ?? 'all';
  const state = queue === 'all' ? oneOf(orderStates, read('state')) : queues[queue].state;
  const of: OrdersOf = { ...queues[queue], unionId: read('union'), state };
  return (
    <Section
      title={t('rights.view.orders')}
      note={t(`rights.queueNote.${queue}`)}
      tools={<Acts acts={intakeActs} record={null} />}
    >
      <nav className="views" aria-label={t('rights.queues')}>
        {offered.map((name) => (
          <Link
            key={name}
            to={`/rights?queue=${name}`}
            aria-current={name === queue ? 'page' : undefined}
          >
            {t(`rights.queue.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="filter">
        <UnionFilter />
        {queue === 'all' && (
          <CodeFilter
            label={t('rights.state')}
            name="state"
            words="orderState"
            codes={orderStates}
          />
        )}
      </div>
      <RecordList
        label={t('rights.view.orders')}
        query={useInfiniteQuery(rightsQueries.orders(of))}
        idOf={({ orderId }) => orderId}
        name={{
          label: t('record.matterTitle'),
          of: ({ title }) => title,
          part: ({ orderKind }) => (orderKind === '' ? '' : label('orderKind', orderKind)),
        }}
        to={({ orderId }) => `/work-orders/${orderId}`}
        columns={[
          { label: t('record.orderClass'), of: (one) => label('orderClass', one.orderClass) },
          {
            label: t('rights.state'),
            of: (one) => (
              <>
                <RecordState words="orderState" state={one.state} />
                {one.supervisedOn !== '' && (
                  <>
                    {' '}
                    <Chip tone="bad" icon="warning">
                      {t('rights.supervised')}
                    </Chip>
                  </>
                )}
              </>
            ),
          },
          { label: t('rights.where'), of: where },
          { label: t('rights.dueOn'), of: (one) => <OrderClock order={one} /> },
          { label: t('rights.receivedAt'), of: ({ receivedAt }) => moment(receivedAt) },
        ]}
        empty={[t(`rights.none.${queue}`), t('rights.noneNext')]}
      />
    </Section>
  );
}
