import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECORDS } from '../acts/record-pages.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import { useDesk } from '../honours/use-honours.ts';
import { paymentQueries } from '../payments/payments-queries.ts';
import { Chip } from '../ui/chips.tsx';
import { FormDialog, type FormValues } from '../ui/form-dialog.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded } from '../ui/page.tsx';
import { RecordTable } from '../ui/record-table.tsx';
import { batchTone } from './batch-tone.ts';
import { careQueries } from './care-queries.ts';

/** Special aid is decided one by one, by its own documents; these two are worked out for all. */
const KINDS = ['HONOUR_ALLOWANCE', 'LIVING_SUBSIDY'] as const;

/** What was worked out for a month and for whom, the newest first. */
export function BatchList(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [drafting, setDrafting] = useState(false);
  const { writes } = useDesk();
  const query = useInfiniteQuery(careQueries.batches());
  return (
    <>
      {writes && (
        <p className="honour-acts">
          <button type="button" className="button button-main" onClick={() => setDrafting(true)}>
            {t('care.draft.do')}
          </button>
        </p>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('care.none')}>{t('care.noneNext')}</Empty>;
          return (
            <RecordTable
              label={t('workers.view.payments')}
              items={items}
              idOf={({ batchId }) => batchId}
              name={{
                label: t('care.kind'),
                of: ({ careKind, month }) => `${label('careKind', careKind)} ${month}`,
                part: ({ documentNo }) => documentNo,
              }}
              to={({ batchId }) => `/model-workers/${batchId}`}
              columns={[
                { label: t('workers.union'), of: ({ unionName }) => unionName },
                { label: t('care.people'), number: true, of: ({ lineCount }) => lineCount },
                {
                  label: t('care.total'),
                  number: true,
                  of: ({ totalFen }) => <Money fen={totalFen} />,
                },
                {
                  label: t('honours.state'),
                  of: ({ state }) => (
                    <Chip tone={batchTone(state)}>{label('careState', state)}</Chip>
                  ),
                },
              ]}
            />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {drafting && <DraftDialog onClose={() => setDrafting(false)} />}
    </>
  );
}

function DraftDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const navigate = useNavigate();
  const { scopeUnionId } = useDesk();
  const banks = useQuery(paymentQueries.banks(scopeUnionId)).data ?? [];
  return (
    <FormDialog
      title={t('care.draft.do')}
      follows={t('care.draft.follows')}
      does={t('care.draft.do')}
      fields={[
        {
          name: 'careKind',
          label: t('care.kind'),
          as: 'choice',
          choices: KINDS.map((kind) => [kind, label('careKind', kind)]),
        },
        { name: 'month', label: t('care.month'), as: 'month', first: today().slice(0, 7) },
        { name: 'documentNo', label: t('certificates.document'), as: 'text' },
        {
          name: 'bank',
          label: t('payments.bank'),
          as: 'choice',
          choices: banks.map((one) => [one.bank, `${one.bank} · ${one.accountMasked}`]),
        },
        {
          name: 'sourceCode',
          label: t('care.source'),
          as: 'choice',
          choices: (['union', 'fiscal'] as const).map((code) => [code, t(`care.sources.${code}`)]),
        },
        {
          name: 'projectCode',
          label: t('care.project'),
          as: 'text',
          maxLength: 40,
          optional: true,
        },
      ]}
      send={async (said, key) => {
        const { batchId } = await draft(scopeUnionId, said, key);
        await navigate(`/model-workers/${batchId}`);
      }}
      stale={[RECORDS]}
      onClose={onClose}
    />
  );
}

function draft(unionId: string, said: FormValues, key: string) {
  const { careKind = '', month = '', documentNo = '', bank = '' } = said;
  const { sourceCode = '', projectCode = '' } = said;
  const from = { bank, sourceCode, projectCode };
  const body = { unionId, careKind, month, grade: '', documentNo, ...from, hardships: [] };
  return answer(client.POST('/care-batches', { headers: { 'Idempotency-Key': key }, body }));
}
