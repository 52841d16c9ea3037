import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../ui/choice-field.tsx';
import { YearField } from '../ui/year-field.tsx';
import { useUrl } from '../url.ts';
import type { SettlementsQuery } from './settlements-queries.ts';

const directions = ['', 'OUT', 'IN'] as const;
const shows = ['', 'proposed', 'all'] as const;
const kinds = ['REMITTANCE', 'SHARE', 'GENERAL_TRANSFER', 'SPECIAL_TRANSFER'] as const;
export type Show = 'unmatched' | 'proposed' | 'all';

/** What of the settlements is shown, as the address says it. */
export function useAsked(): SettlementsQuery & { show: Show } {
  const [read] = useUrl();
  const show = (shows.find((one) => one === read('show')) || 'unmatched') as Show;
  return {
    show,
    direction: read('direction'),
    unmatched: show === 'unmatched',
    state: show === 'proposed' ? 'PROPOSED' : '',
    kind: kinds.find((one) => one === read('kind')) ?? '',
    year: /^\d{4}$/.test(read('year')) ? Number(read('year')) : 0,
  };
}

export function SettlementFilter(): ReactElement {
  const { t } = useTranslation();
  const [, patch] = useUrl();
  const asked = useAsked();
  return (
    <div className="filter">
      <ChoiceField
        label={t('settlements.direction')}
        value={asked.direction}
        choices={directions.map((one) => [one, t(`settlements.directions.${one || 'both'}`)])}
        onValue={(direction) => patch({ direction })}
      />
      <ChoiceField
        label={t('settlements.show')}
        value={asked.show === 'unmatched' ? '' : asked.show}
        choices={shows.map((one) => [one, t(`settlements.${one || 'unmatched'}`)])}
        onValue={(show) => patch({ show })}
      />
      <ChoiceField
        label={t('settlements.what')}
        value={asked.kind}
        choices={[
          ['', t('settlements.allKinds')],
          ...kinds.map((kind) => [kind, t(`settlementKind.${kind}`)] as const),
        ]}
        onValue={(kind) => patch({ kind })}
      />
      <YearField
        label={t('settlements.year')}
        all={t('settlements.allYears')}
        value={asked.year === 0 ? '' : String(asked.year)}
        onValue={(year) => patch({ year })}
      />
    </div>
  );
}
