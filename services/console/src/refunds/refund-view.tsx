import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yuan } from '../numbers.ts';
import type { Refund } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { useWho } from '../ui/use-who.ts';
import type { Removals } from './refund-actions.ts';
import { RefundBar } from './refund-bar.tsx';
import { RefundLines } from './refund-lines.tsx';
import { RefundChip } from './refund-table.tsx';
import { RefundWay } from './refund-way.tsx';
import { refundQueries } from './refunds-queries.ts';

/** One list: how far it is, who did what, to whom how much goes back, and what may be done next. */
export function RefundView({ refundId }: { refundId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(refundQueries.one(refundId));
  const [removals, setRemovals] = useState<Removals>({});
  const refund = query.data;
  const period = refund && { from: unbroken(refund.periodFrom), to: unbroken(refund.periodTo) };
  return (
    <Page
      title={period ? t('refunds.one', period) : t('refunds.title')}
      lead={refund && <Lead refund={refund} />}
      above={
        <Link to="/refunds" className="payment-back">
          <Icon name="back" />
          {t('refunds.title')}
        </Link>
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
        {(data) => (
          <>
            <RefundWay refund={data} />
            <RefundBar refund={data} removals={removals} />
            <Section title={t('refunds.about')}>
              <About refund={data} />
            </Section>
            <Section title={t('refunds.lines')} note={t('refunds.linesNote')}>
              <RefundLines refund={data} removals={removals} onRemovals={setRemovals} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** A heading breaks at no hyphen of a month. */
const unbroken = (month: string) => month.replace('-', '.');

function Lead({ refund }: { refund: Refund }): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <>
      {t('refunds.count', { count: refund.unions })} · {yuan(refund.refundFen, i18n.language)}{' '}
      {t('payments.yuan')} <RefundChip refund={refund} />
    </>
  );
}

function About({ refund }: { refund: Refund }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  const signed = (by: string) => (by === '' ? t('payments.notYet') : who(by));
  return (
    <Facts
      of={[
        [t('refunds.madeOn'), refund.madeOn],
        [t('refunds.takeOverNo'), refund.takeOverNo],
        [t('refunds.limit'), <Money key="limit" fen={refund.limitFen} />],
        [t('refunds.document'), refund.documentNo],
        [t('refunds.publishedOn'), refund.publishedOn],
        [t('refunds.publicityEndsOn'), refund.publicityEndsOn],
        [t('refunds.approvedOn'), refund.approvedOn],
        [t('refunds.paidUnions'), t('refunds.count', { count: refund.paidUnions })],
        [t('refunds.paid'), <Money key="paid" fen={refund.paidFen} />],
        [t('refunds.maker'), signed(refund.madeBy)],
        [t('refunds.reviewer'), signed(refund.reviewedBy)],
        [t('refunds.approver'), signed(refund.approvedBy)],
      ]}
    />
  );
}
