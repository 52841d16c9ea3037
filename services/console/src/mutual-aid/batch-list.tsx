import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed } from '../acts/act.ts';
import { itemsOf } from '../acts/fact-values.tsx';
import { answer, client } from '../client.ts';
import { yuan } from '../numbers.ts';
import { queries } from '../queries.ts';
import { fenOf } from '../settlements/fen.ts';
import type { AidBatch, AidPlan } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Loaded, Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { AidActs, type AidAct } from './aid-acts.tsx';
import { useAidFields } from './aid-fields.ts';
import { aidQueries } from './aid-queries.ts';
import { AidState } from './aid-state.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';

/** Who takes part, by the lists of grassroots unions; each is covered once its premium has come. */
export function BatchList({ plan }: { plan: AidPlan }): ReactElement {
  const { t } = useTranslation();
  const [enrols, setEnrols] = useState(false);
  const duty = useQuery(queries.session()).data?.duty?.duty ?? '';
  const query = useInfiniteQuery(aidQueries.batches(plan.planId));
  const may = ['clerk', 'chair'].includes(duty) && plan.state === 'ENROLLING';
  return (
    <Section
      title={t('aid.batches')}
      note={t('aid.batchesNote')}
      tools={
        may && (
          <button type="button" className="button button-main" onClick={() => setEnrols(true)}>
            {t('aidAct.enrol.do')}
          </button>
        )
      }
    >
      <RecordList
        label={t('aid.batches')}
        query={query}
        idOf={({ batchId }) => batchId}
        name={{
          label: t('aid.union'),
          of: ({ unionName }) => unionName,
          part: ({ listedOn }) => listedOn,
        }}
        columns={[
          { label: t('aid.persons'), number: true, of: ({ persons }) => persons },
          {
            label: t('aid.premiums'),
            number: true,
            of: ({ premiumFen }) => <Money fen={premiumFen} />,
          },
          { label: t('aid.field.receiptNo'), of: ({ receiptNo }) => receiptNo || '–' },
          { label: t('aid.effectiveFrom'), of: ({ effectiveFrom }) => effectiveFrom || '–' },
          {
            label: t('aid.batchState'),
            of: ({ state }) => <AidState words="aidBatchState" state={state} />,
          },
        ]}
        empty={[t('aid.noBatches'), t('aid.noBatchesNext')]}
        panel={(batch) => <Batch batch={batch} duty={duty} />}
      />
      {enrols && <EnrolDialog plan={plan} onClose={() => setEnrols(false)} />}
    </Section>
  );
}

function Batch({ batch, duty }: { batch: AidBatch; duty: string }): ReactElement {
  const { t } = useTranslation();
  const acts = useBatchActs(batch, duty);
  return (
    <>
      <Facts
        of={[
          [t('aid.batchState'), <AidState key="s" words="aidBatchState" state={batch.state} />],
          [t('aid.persons'), String(batch.persons)],
          [t('aid.premiums'), <Money key="fen" fen={batch.premiumFen} />],
          [t('aid.listedOn'), batch.listedOn],
          [t('aid.field.paidOn'), batch.paidOn],
          [t('aid.field.receiptNo'), batch.receiptNo],
          [t('aid.effectiveFrom'), batch.effectiveFrom],
        ]}
      />
      <AidActs acts={acts} />
      {['clerk', 'chair', 'auditor'].includes(duty) && <People batchId={batch.batchId} />}
    </>
  );
}

function useBatchActs(batch: AidBatch, duty: string): AidAct[] {
  const { i18n } = useTranslation();
  const fields = useAidFields();
  if (batch.state !== 'LISTED') return [];
  const about = (key: string) => ({
    params: { path: { batchId: batch.batchId } },
    headers: keyed(key),
  });
  const expectedVersion = batch.version;
  const premium: AidAct = {
    name: 'premium',
    leads: true,
    fields: fields(['amount', 'paidOn', 'receiptNo'], {
      amount: { first: yuan(batch.premiumFen, i18n.language) },
    }),
    send({ amount = '', paidOn = '', receiptNo = '' }, key) {
      const body = { expectedVersion, amountFen: fenOf(amount), paidOn, receiptNo };
      return answer(client.POST('/mutual-aid-batches/{batchId}/premium', { ...about(key), body }));
    },
  };
  const cancel: AidAct = {
    name: 'cancelBatch',
    send(_, key) {
      const body = { expectedVersion };
      const at = '/mutual-aid-batches/{batchId}/cancellation';
      return answer(client.POST(at, { ...about(key), body }));
    },
  };
  if (duty === 'finance') return [premium];
  return ['clerk', 'chair'].includes(duty) ? [premium, cancel] : [];
}

function People({ batchId }: { batchId: string }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const query = useInfiniteQuery(aidQueries.people(batchId));
  return (
    <>
      <h3>{t('aid.people')}</h3>
      <Loaded query={query}>
        {() => (
          <ul className="record-lines">
            {itemsOf(query.data).map((one) => (
              <li key={one.enrolmentId}>
                {one.personNameMasked} {label('aidInsurance', one.insurance)}{' '}
                {one.givenFen !== '0' && (
                  <span className="account-part">
                    {t('aid.given')} <Money fen={one.givenFen} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
