import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeFilter, oneOf, UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useUrl } from '../url.ts';
import { payoutKinds, payoutStates } from './payout-acts.ts';
import { payoutQueries } from './payout-queries.ts';
import { PayoutView } from './payout-view.tsx';

/** What was decided to be given and asked of finance; what it has not taken is asked for again here. */
export function Payouts(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = {
    unionId: read('union'),
    payoutKind: oneOf(payoutKinds, read('kind')),
    state: oneOf(payoutStates, read('state')),
  };
  const query = useInfiniteQuery(payoutQueries.list(of));
  return (
    <Section title={t('payouts.title')} note={t('payouts.note')}>
      <div className="filter">
        <UnionFilter />
        <CodeFilter label={t('payouts.kind')} name="kind" words="payoutKind" codes={payoutKinds} />
        <CodeFilter
          label={t('payouts.filter')}
          name="state"
          words="payoutFilter"
          codes={payoutStates}
        />
      </div>
      <RecordList
        label={t('payouts.title')}
        query={query}
        idOf={({ payoutId }) => payoutId}
        name={{
          label: t('payouts.kind'),
          of: ({ payoutKind }) => label('payoutKind', payoutKind),
          part: ({ documentNo }) => documentNo,
        }}
        columns={[
          { label: t('payouts.payer'), of: ({ unionName }) => unionName },
          { label: t('payouts.madeOn'), of: ({ madeAt }) => madeAt.slice(0, 10) },
          { label: t('payouts.lineCount'), number: true, of: ({ lineCount }) => lineCount },
          {
            label: t('payouts.total'),
            number: true,
            of: ({ totalFen }) => <Money fen={totalFen} />,
          },
          { label: t('payouts.paid'), number: true, of: ({ paidFen }) => <Money fen={paidFen} /> },
          {
            label: t('payouts.filter'),
            of: ({ state }) => <RecordState words="payoutState" state={state} />,
          },
        ]}
        empty={[t('payouts.none'), t('payouts.noneNext')]}
        panel={({ payoutId }) => <PayoutView payoutId={payoutId} />}
      />
    </Section>
  );
}
