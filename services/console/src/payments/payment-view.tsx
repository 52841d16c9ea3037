import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountName } from '../books/account-name.tsx';
import { client } from '../client.ts';
import { yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import type { Payment } from '../shapes.ts';
import { DownloadButton } from '../ui/download-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { PaymentBar } from './payment-bar.tsx';
import { PaymentLines } from './payment-lines.tsx';
import { PaymentSigners } from './payment-signers.tsx';
import { PaymentChip } from './payment-table.tsx';
import { PaymentWay } from './payment-way.tsx';
import { paymentQueries } from './payments-queries.ts';

/** One payment: how far it is, who signed, what it pays, and what may be done next. */
export function PaymentView({ paymentId }: { paymentId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(paymentQueries.one(paymentId));
  const payment = query.data?.payment;
  return (
    <Page
      title={payment?.title ?? t('payments.one')}
      lead={payment && <Lead payment={payment} />}
      above={
        <Link to="/payments" className="payment-back">
          <Icon name="back" />
          {t('payments.title')}
        </Link>
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }} lines={8}>
        {(data) => (
          <>
            <PaymentWay payment={data.payment} />
            <PaymentBar payment={data.payment} lines={data.lines} />
            <Section title={t('payments.about')}>
              <About payment={data.payment} />
            </Section>
            <Section title={t('payments.signers')} note={t('payments.signersNote')}>
              <PaymentSigners payment={data.payment} />
            </Section>
            {data.payment.fileSha256 !== '' && (
              <Section title={t('payments.file')} note={t('payments.fileNote')} screenOnly>
                <BankFile payment={data.payment} />
              </Section>
            )}
            <Section title={t('payments.lines')} note={t('payments.linesNote')}>
              <PaymentLines payment={data.payment} lines={data.lines} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lead({ payment }: { payment: Payment }): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <>
      {payment.batchNo} · {yuan(payment.totalFen, i18n.language)} {t('payments.yuan')} ·{' '}
      {t('payments.count', { count: payment.lineCount })} <PaymentChip payment={payment} />
    </>
  );
}

function About({ payment }: { payment: Payment }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const union = useQuery(queries.union(payment.unionId, '')).data?.name ?? '';
  const before = payment.reissuesPaymentId;
  return (
    <Facts
      of={[
        [t('payments.union'), union],
        [t('payments.bank'), payment.bank],
        [
          t('payments.account'),
          <AccountName
            account={{ code: payment.accountCode, partyId: '', project: '', mark: '' }}
            nameZh=""
          />,
        ],
        [t('payments.purpose'), label('spendingPurpose', payment.purposeCode)],
        [t('payments.dueOn'), payment.dueOn],
        [t('payments.decisionNo'), payment.decisionNo],
        [
          t('payments.paid'),
          payment.paidCount > 0 && (
            <>
              <Money fen={payment.paidFen} /> {t('payments.yuan')} ·{' '}
              {t('payments.count', { count: payment.paidCount })}
            </>
          ),
        ],
        [t('payments.rejectReason'), payment.rejectReason],
        [
          t('payments.reissues'),
          before !== '' && <Link to={`/payments/${before}`}>{t('payments.reissuesOf')}</Link>,
        ],
      ].map(([name, value]) => [String(name), value === false ? '' : value] as const)}
    />
  );
}

/** The file that the bank takes is written once; taking it is written down. */
function BankFile({ payment }: { payment: Payment }): ReactElement {
  const { t } = useTranslation();
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const { paymentId, fileSha256 } = payment;
  return (
    <>
      <p className="payment-hash">
        SHA-256 <code className="seal">{fileSha256}</code>
      </p>
      {duty === 'finance' && (
        <DownloadButton
          file={() => {
            const params = { path: { paymentId } };
            return client.GET('/payments/{paymentId}/file', { params, parseAs: 'blob' });
          }}
        >
          {t('payments.takeFile')}
        </DownloadButton>
      )}
    </>
  );
}
