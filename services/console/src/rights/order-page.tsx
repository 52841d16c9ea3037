import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { moment } from '../dates.ts';
import { queries } from '../queries.ts';
import { useReach } from '../receipts/use-reach.ts';
import type { WorkOrder } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { BackToRights } from './back-to-rights.tsx';
import { orderActs } from './order-acts.ts';
import { OrderClock } from './order-clock.tsx';
import { seen, wayOf } from './order-states.ts';
import { OrderSteps } from './order-steps.tsx';
import { rightsQueries } from './rights-queries.ts';
import { Caller } from './shown-for-reason.tsx';
import { useWhere } from './use-where.ts';

/** One order: what is asked for, until when, who has it and what each node did with it. */
export default function OrderPage(): ReactElement {
  const { t } = useTranslation();
  const { orderId = '' } = useParams();
  const query = useQuery(rightsQueries.order(orderId));
  const order = query.data?.order;
  const where = useWhere();
  return (
    <Page
      title={order?.title ?? t('orders.title')}
      above={<BackToRights view="" words={t('rights.backToOrders')} />}
      lead={
        order && (
          <>
            <RecordState words="orderState" state={order.state} /> {where(order)}
            {' · '}
            <OrderClock order={order} />
          </>
        )
      }
      tools={order && <OrderActs order={order} />}
    >
      <Loaded query={query} lines={10}>
        {({ order: one, content, reply, steps }) =>
          one && (
            <>
              <OrderWay order={one} />
              <Matter order={one} content={content} />
              <Outcome order={one} reply={reply} />
              <OrderSteps steps={steps} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function OrderWay({ order }: { order: WorkOrder }): ReactElement {
  const label = useLabels();
  const { steps, ...stands } = wayOf(order);
  return <Way steps={steps.map((one) => [one, label('orderWay', one)])} {...stands} />;
}

/** What may be done now: to whom it may be given, and with which other order it may be one. */
function OrderActs({ order }: { order: WorkOrder }): ReactElement {
  const { t } = useTranslation();
  const scope = useQuery(queries.session()).data?.duty?.scopeUnionId ?? '';
  const home = useQuery(queries.node()).data?.region ?? '';
  const { whole } = useReach();
  const desks = useQuery(rightsQueries.desks()).data?.items ?? [];
  const open = { unionId: '', state: 'OPEN', light: '', mine: false };
  const early = order.state === 'RECEIVED' || order.state === 'CLASSIFIED';
  const others = useInfiniteQuery({ ...rightsQueries.orders(open), enabled: early });
  const into = itemsOf(others.data).filter((one) => {
    return one.orderId !== order.orderId && one.fromNode === '';
  });
  const below = desks.filter(({ node }) => node !== home);
  const { dispatchDown, mergeOrder, ...acts } = orderActs;
  const offered = {
    ...(dispatchDown && below.length > 0 ? { dispatchDown } : {}),
    ...acts,
    ...(mergeOrder && into.length > 0 ? { mergeOrder } : {}),
  };
  return (
    <Acts
      acts={offered}
      record={seen(order, { scope, whole, home })}
      state={order.state}
      choices={{
        toNode: below.map(({ node }) => [node, t('rights.node', { region: node })]),
        mergedInto: into.map((one) => [one.orderId, `${one.title} · ${moment(one.receivedAt)}`]),
      }}
    />
  );
}

function Matter({ order, content }: { order: WorkOrder; content: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const limit =
    order.counted === 'WORKING'
      ? t('rights.workingDays', { count: order.limitDays })
      : t('rights.days', { count: order.limitDays });
  const sameDay = order.limitDays === 0 ? t('rights.sameDay') : limit;
  const extension = label('extension', order.extension);
  const days = t('rights.more', { count: order.extensionDays });
  return (
    <Section title={t('rights.matter')}>
      <Facts
        of={[
          [t('record.matterContent'), content],
          [t('rights.intake'), label('orderIntake', order.intake)],
          [t('record.ticketSource'), [order.source, order.sourceNo].filter(Boolean).join(' · ')],
          [t('rights.caller'), <Caller key="caller" order={order} />],
          [t('record.orderKind'), order.orderKind && label('orderKind', order.orderKind)],
          [
            t('record.orderClass'),
            order.orderClass && `${label('orderClass', order.orderClass)} · ${sameDay}`,
          ],
          [t('record.region'), order.regionCode],
          [t('record.tags'), order.tags.join('、')],
          [t('rights.receivedAt'), moment(order.receivedAt)],
          [t('rights.classifiedAt'), order.classifiedAt && moment(order.classifiedAt)],
          [t('rights.dueOn'), order.dueOn && <OrderClock key="due" order={order} />],
          [
            t('rights.extension'),
            order.extension &&
              [extension, order.extensionDays > 0 && days].filter(Boolean).join(' · '),
          ],
          [t('rights.supervisedOn'), order.supervisedOn],
        ]}
      />
    </Section>
  );
}

function Outcome({ order, reply }: { order: WorkOrder; reply: string }): ReactElement | null {
  const { t } = useTranslation();
  const label = useLabels();
  const ended = order.agency !== '' || order.mergedInto !== '';
  if (order.repliedAt === '' && !ended) return null;
  return (
    <Section title={t('rights.outcome')}>
      <Facts
        of={[
          [t('record.reply'), reply],
          [t('rights.repliedAt'), order.repliedAt && moment(order.repliedAt)],
          [
            t('rights.recovered'),
            order.repliedAt && <Money key="recovered" fen={order.recoveredFen} />,
          ],
          [t('record.helpedWorkers'), order.repliedAt && order.workers],
          [
            t('record.satisfaction'),
            order.closedOn && label('satisfaction', String(order.satisfaction)),
          ],
          [t('rights.closedOn'), order.closedOn],
          [
            t('record.outAgency'),
            order.agency &&
              [label('outAgency', order.agency), order.agencyNo].filter(Boolean).join(' · '),
          ],
          [t('record.mergedInto'), order.mergedInto && <code>{order.mergedInto}</code>],
        ]}
      />
    </Section>
  );
}
