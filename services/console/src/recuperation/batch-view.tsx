import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import type { Choices } from '../acts/act-fields.ts';
import { fenSince } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { RecordPayment } from '../payouts/record-payment.tsx';
import type { RecuperationBatch } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { batchActs, batchWay } from './batch-acts.ts';
import { BatchGroups, BatchNominees, BatchQuotas, BatchSteps } from './batch-tables.tsx';
import { recuperationQueries } from './recuperation-queries.ts';

/** One batch: who may send how many, whom they named, who goes in which group, what it cost. */
export function BatchView({ batchId }: { batchId: string }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(recuperationQueries.batch(batchId));
  const batch = query.data;
  return (
    <Page
      title={batch?.title ?? t('recuperation.title')}
      above={
        <nav className="trail" aria-label={t('recuperation.views')}>
          <Link to="/recuperation" className="with-icon">
            <Icon name="back" />
            {t('recuperation.back')}
          </Link>
        </nav>
      }
      lead={
        batch && (
          <>
            <RecordState words="batchState" state={batch.state} /> {batch.unionName}
          </>
        )
      }
      tools={
        batch && (
          <Acts acts={batchActs} record={batch} state={batch.state} choices={choicesOf(batch)} />
        )
      }
    >
      <Loaded query={query} lines={10}>
        {(one) => <Whole batch={one} />}
      </Loaded>
    </Page>
  );
}

/** Units that have a quota; those with a place, of whom somebody may not have come. */
function choicesOf({ quotas, nominees }: RecuperationBatch): Choices {
  return {
    quotaUnion: quotas.map(({ unionId, unionName }) => [unionId, unionName] as const),
    absent: nominees
      .filter(({ groupName, nomineeState }) => groupName !== '' && nomineeState === 'APPROVED')
      .map((one) => [one.nomineeId, `${one.personNameMasked} · ${one.unionName}`] as const),
  };
}

function Whole({ batch }: { batch: RecuperationBatch }): ReactElement {
  const label = useLabels();
  const ended = ['REFUSED', 'CANCELLED'].includes(batch.state);
  return (
    <>
      {!ended && (
        <Way
          steps={batchWay.map((one) => [one, label('batchStep', one)])}
          here={batch.state}
          done={batch.state === 'REPORTED'}
        />
      )}
      <About batch={batch} />
      {batch.invoiceNo !== '' && batch.unionFen !== '0' && (
        <RecordPayment
          payoutKind="RECUPERATION_COST"
          recordId={batch.batchId}
          payeeName={batch.baseName}
        />
      )}
      <BatchQuotas batch={batch} />
      <BatchNominees batch={batch} />
      <BatchGroups batch={batch} />
      <BatchSteps batch={batch} />
    </>
  );
}

function About({ batch }: { batch: RecuperationBatch }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const settled = batch.invoiceNo;
  return (
    <Section title={t('recuperation.about')}>
      <Facts
        of={[
          [t('record.base'), batch.baseName],
          [
            t('record.acrossProvinces'),
            label('acrossProvinces', batch.crossProvince ? 'yes' : 'no'),
          ],
          [t('recuperation.period'), `${batch.travelsFrom} – ${batch.travelsTo}`],
          [t('record.days'), batch.days],
          [t('record.dailyRate'), <Money key="rate" fen={batch.dailyFen} />],
          [t('record.quotaDocumentNo'), batch.quotaDocumentNo],
          [
            t('recuperation.notice'),
            batch.noticeId && (
              <a href={`/public/notices/${batch.noticeId}`} target="_blank" rel="noreferrer">
                {t('recuperation.openNotice')}
              </a>
            ),
          ],
          [t('record.insuranceNo'), batch.insuranceNo],
          [t('record.agencyContractNo'), batch.agencyContractNo],
          [t('recuperation.chosen'), batch.chosen],
          [t('recuperation.travelled'), batch.travelled],
          [t('record.invoiceNo'), batch.invoiceNo],
          [t('record.welfareShare'), fenSince(batch.welfareFen, settled)],
          [t('record.unionShare'), fenSince(batch.unionFen, settled)],
          [t('record.workerShare'), fenSince(batch.workerFen, settled)],
          [t('record.satisfied'), batch.feedback === '' ? '' : batch.satisfied],
          [t('record.feedback'), batch.feedback],
        ]}
      />
    </Section>
  );
}
