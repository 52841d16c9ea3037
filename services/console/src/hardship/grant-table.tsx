import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordState } from '../acts/record-state.tsx';
import type { ReliefGrant } from '../shapes.ts';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { RecordList } from '../ui/record-list.tsx';

interface Props {
  query: UseInfiniteQueryResult<InfiniteData<{ items: ReliefGrant[] }>>;
  /** Of one household: who and where he is stands above. */
  ofFile?: true;
}

/** Grants of relief, the newest first; each leads to its own page. */
export function GrantTable({ query, ofFile }: Props): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const union = { label: t('record.union'), of: ({ unionName }: ReliefGrant) => unionName };
  return (
    <RecordList
      label={t('relief.grants')}
      query={query}
      idOf={({ grantId }) => grantId}
      name={{
        label: t('record.programme'),
        of: ({ programme, grantYear }) => `${label('programme', programme)} ${grantYear}`,
        part: ({ personNameMasked }) => personNameMasked,
      }}
      to={({ grantId }) => `/relief-grants/${grantId}`}
      columns={[
        ...(ofFile ? [] : [union]),
        {
          label: t('record.moneySource'),
          of: ({ moneySource }) => label('moneySource', moneySource),
        },
        {
          label: t('record.amount'),
          number: true,
          of: ({ amountFen }) => <Money fen={amountFen} />,
        },
        { label: t('relief.stoodOn'), of: ({ stoodOn }) => stoodOn },
        {
          label: t('household.state'),
          of: ({ state }) => <RecordState words="reliefState" state={state} />,
        },
      ]}
      empty={[t('relief.none'), t('relief.noneNext')]}
    />
  );
}
