import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { queries } from '../queries.ts';
import { useLabels } from '../ui/labels.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { PaymentTable } from './payment-table.tsx';
import { PaymentView } from './payment-view.tsx';
import { paymentQueries } from './payments-queries.ts';
import { states } from './payment-states.ts';
import { RequestPage } from './request-page.tsx';
import '../books/books.css';
import './payments.css';

const askers = ['finance', 'clerk'];

/** `/payments` lists them, `/payments/new` asks for one, and each has its own address. */
export default function PaymentsPage(): ReactElement {
  const { paymentId = '' } = useParams();
  if (paymentId === 'new') return <RequestPage />;
  if (paymentId !== '') return <PaymentView key={paymentId} paymentId={paymentId} />;
  return <PaymentList />;
}

function PaymentList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read, patch] = useUrl();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const state = states.find((one) => one === read('state')) ?? '';
  const query = useInfiniteQuery(paymentQueries.list(state));
  return (
    <Page
      title={t('payments.title')}
      lead={t('payments.lead')}
      tools={
        askers.includes(duty) && (
          <Link className="button button-main" to="/payments/new">
            {t('payments.begin')}
          </Link>
        )
      }
    >
      <div className="filter">
        <div className="field">
          <label htmlFor="payment-state">{t('payments.state')}</label>
          <select
            id="payment-state"
            className="input"
            value={state}
            onChange={({ target }) => patch({ state: target.value })}
          >
            <option value="">{t('payments.allStates')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {label('paymentState', one)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Section title={state === '' ? t('payments.list') : label('paymentState', state)}>
        <Loaded query={{ ...query, isPlaceholderData: false }}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <Empty title={t(state === '' ? 'payments.none' : 'payments.noneHere')}>
                {t('payments.noneNext')}
              </Empty>
            ) : (
              <>
                <PaymentTable items={items} />
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      </Section>
    </Page>
  );
}
