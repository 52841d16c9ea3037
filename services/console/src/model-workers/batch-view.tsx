import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paidState } from '../acts/fact-values.tsx';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { useDesk } from '../honours/use-honours.ts';
import { yuan } from '../numbers.ts';
import type { CareBatch } from '../shapes.ts';
import { Chip } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { useWho } from '../ui/use-who.ts';
import { batchTone } from './batch-tone.ts';
import { careQueries } from './care-queries.ts';

/** One payment of a month: to whom how much, by which arithmetic, and who was left out and why. */
export function BatchView({ batchId }: { batchId: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useQuery(careQueries.batch(batchId));
  const batch = query.data;
  return (
    <Page
      title={batch ? `${label('careKind', batch.careKind)} ${batch.month}` : t('care.one')}
      lead={
        batch && (
          <>
            {batch.unionName}{' '}
            <Chip tone={batchTone(batch.state)}>{label('careState', batch.state)}</Chip>
          </>
        )
      }
      above={
        <Link to="/model-workers?view=payments" className="payment-back">
          <Icon name="back" />
          {t('workers.view.payments')}
        </Link>
      }
      tools={batch && <Tools batch={batch} />}
    >
      <Loaded query={query} lines={8}>
        {(whole) => <Whole batch={whole} />}
      </Loaded>
    </Page>
  );
}

function Tools({ batch }: { batch: CareBatch }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<'approve' | 'cancel'>();
  const { duty, writes } = useDesk();
  if (!writes || !mayCancel(batch)) return null;
  const params = { path: { batchId: batch.batchId } };
  const expectedVersion = batch.version;
  const of = { count: batch.lineCount, amount: yuan(batch.totalFen, i18n.language) };
  return (
    <>
      <button type="button" className="button" onClick={() => setAsked('cancel')}>
        {t('care.cancel.do')}
      </button>
      {duty === 'chair' && batch.state === 'DRAFT' && (
        <button type="button" className="button button-main" onClick={() => setAsked('approve')}>
          {t('care.approve.do')}
        </button>
      )}
      {asked && (
        <FormDialog
          title={t(`care.${asked}.do`)}
          follows={t(`care.${asked}.follows`, of)}
          does={t(`care.${asked}.do`)}
          fields={
            asked === 'cancel'
              ? [{ name: 'reason', label: t('nominations.field.reason'), as: 'text' }]
              : []
          }
          send={({ reason = '' }, key) => {
            const about = { params, headers: { 'Idempotency-Key': key } };
            return asked === 'approve'
              ? answer(
                  client.POST('/care-batches/{batchId}/approval', {
                    ...about,
                    body: { expectedVersion },
                  }),
                )
              : answer(
                  client.POST('/care-batches/{batchId}/cancellation', {
                    ...about,
                    body: { expectedVersion, reason },
                  }),
                );
          }}
          stale={[RECORDS]}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** A draft, or one whose payment finance has not taken or has sent back. */
function mayCancel({ state, payoutState }: CareBatch): boolean {
  return (
    state === 'DRAFT' || (state === 'APPROVED' && ['REFUSED', 'REJECTED'].includes(payoutState))
  );
}

function Whole({ batch }: { batch: CareBatch }): ReactElement {
  const { t } = useTranslation();
  const who = useWho();
  return (
    <>
      <Section title={t('care.about')}>
        <Facts
          of={[
            [t('certificates.document'), batch.documentNo],
            [
              t('care.orderedBy'),
              <span key="by" lang="zh-CN">
                {batch.orderedBy}
              </span>,
            ],
            [t('care.people'), String(batch.lineCount)],
            [t('care.total'), <Money key="total" fen={batch.totalFen} />],
            [t('care.madeBy'), who(batch.madeBy)],
            [t('care.approvedBy'), batch.approvedBy === '' ? '' : who(batch.approvedBy)],
            [t('record.payoutState'), paidState(batch.payoutState, { payoutId: batch.payoutId })],
          ]}
        />
      </Section>
      <Section
        title={t('care.lines')}
        note={batch.careKind === 'LIVING_SUBSIDY' && t('care.linesNote')}
      >
        <Lines batch={batch} />
      </Section>
      <Section title={t('care.leftOut')}>
        <LeftOut batch={batch} />
      </Section>
    </>
  );
}

function Lines({ batch }: { batch: CareBatch }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const subsidy = batch.careKind === 'LIVING_SUBSIDY';
  return (
    <RecordTable
      label={t('care.lines')}
      items={batch.lines}
      idOf={({ personId }) => personId}
      name={{ label: t('roll.holder'), of: ({ personNameMasked }) => personNameMasked }}
      columns={[
        { label: t('workers.grade'), of: ({ grade }) => label('honourLevel', grade) },
        { label: t('workers.livelihood'), of: ({ livelihood }) => label('livelihood', livelihood) },
        ...(subsidy
          ? [
              {
                label: t('care.line'),
                number: true,
                of: ({ lineFen }: CareBatch['lines'][number]) => <Money fen={lineFen} />,
              },
              {
                label: t('care.cap'),
                number: true,
                of: ({ capFen }: CareBatch['lines'][number]) => <Money fen={capFen} />,
              },
            ]
          : []),
        { label: t('care.amount'), number: true, of: ({ amountFen }) => <Money fen={amountFen} /> },
      ]}
    />
  );
}

function LeftOut({ batch }: { batch: CareBatch }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  if (batch.leftOut.length === 0) return <Empty title={t('care.nobodyOut')} />;
  return (
    <RecordTable
      label={t('care.leftOut')}
      items={batch.leftOut}
      idOf={({ personId }) => personId}
      name={{ label: t('roll.holder'), of: ({ personNameMasked }) => personNameMasked }}
      columns={[{ label: t('care.why'), of: ({ reasonCode }) => label('careReason', reasonCode) }]}
    />
  );
}
