import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { useUrl } from '../url.ts';
import { SettlementTable } from './settlement-table.tsx';
import { settlementQueries } from './settlements-queries.ts';
import './settlements.css';

const directions = ['', 'OUT', 'IN'] as const;

/** Money between this node and its neighbours: both legs, and those that have not met. */
export default function SettlementsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const unmatched = read('show') !== 'all';
  const query = useInfiniteQuery(
    settlementQueries.list({ direction: read('direction'), unmatched }),
  );
  return (
    <Page title={t('settlements.title')} lead={t('settlements.lead')}>
      <div className="filter">
        <div className="field">
          <label htmlFor="settlement-direction">{t('settlements.direction')}</label>
          <select
            id="settlement-direction"
            className="input"
            value={read('direction')}
            onChange={({ target }) => patch({ direction: target.value })}
          >
            {directions.map((direction) => (
              <option key={direction} value={direction}>
                {t(`settlements.directions.${direction === '' ? 'both' : direction}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="settlement-show">{t('settlements.show')}</label>
          <select
            id="settlement-show"
            className="input"
            value={unmatched ? '' : 'all'}
            onChange={({ target }) => patch({ show: target.value })}
          >
            <option value="">{t('settlements.unmatched')}</option>
            <option value="all">{t('settlements.all')}</option>
          </select>
        </div>
      </div>
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Open out={pages[0]?.unmatchedOutFen ?? '0'} in={pages[0]?.unmatchedInFen ?? '0'} />
              <Section title={t(unmatched ? 'settlements.unmatched' : 'settlements.all')}>
                {items.length === 0 ? (
                  <Empty title={t(unmatched ? 'settlements.noneOpen' : 'settlements.none')}>
                    {t('settlements.noneNext')}
                  </Empty>
                ) : (
                  <SettlementTable items={items} />
                )}
                <MoreButton query={query} />
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What is on its way, in both directions, over all pages. */
function Open(sums: { out: string; in: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="transit">
      {(['out', 'in'] as const).map((way) => (
        <div key={way}>
          <dt>{t(`settlements.open.${way}`)}</dt>
          <dd>
            <Money fen={sums[way]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
