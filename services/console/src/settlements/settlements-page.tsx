import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../queries.ts';
import { Money } from '../ui/money.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useUrl } from '../url.ts';
import { kindsFrom } from './proposal.ts';
import { ProposeDialog } from './propose-dialog.tsx';
import { SettlementFilter, useAsked, type Show } from './settlement-filter.tsx';
import { SettlementPanel } from './settlement-panel.tsx';
import { SettlementTable } from './settlement-table.tsx';
import { settlementQueries } from './settlements-queries.ts';
import './settlements.css';

/** Money between this node and its neighbours: both legs, and those that have not met. */
export default function SettlementsPage(): ReactElement {
  const { t } = useTranslation();
  const [read, patch] = useUrl();
  const asked = useAsked();
  const query = useInfiniteQuery(settlementQueries.list(asked));
  const duty = useQuery(queries.session()).data?.duty?.duty;
  const node = useQuery(queries.node()).data;
  const proposes = duty === 'finance' && node !== undefined && kindsFrom(node).length > 0;
  const propose = proposes && (
    <button type="button" className="button button-main" onClick={() => patch({ propose: 'any' })}>
      {t('settlements.propose.open')}
    </button>
  );
  const open = read('settlement');
  return (
    <Page title={t('settlements.title')} lead={t('settlements.lead')} tools={propose}>
      <SettlementFilter />
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Open out={pages[0]?.unmatchedOutFen ?? '0'} in={pages[0]?.unmatchedInFen ?? '0'} />
              <Section title={t(`settlements.${asked.show}`)}>
                {items.length === 0 ? (
                  <None show={asked.show} proposes={proposes} />
                ) : (
                  <SettlementTable items={items} />
                )}
                <MoreButton query={query} />
              </Section>
            </>
          );
        }}
      </Loaded>
      {proposes && read('propose') !== '' && (
        <ProposeDialog
          node={node}
          kind={read('propose')}
          onProposed={() => patch({ ...asProposed, propose: '' })}
          onClose={() => patch({ propose: '' })}
        />
      )}
      <SidePanel
        open={open !== ''}
        title={t('settlements.one')}
        onClose={() => patch({ settlement: '' })}
      >
        <SettlementPanel settlementId={open} />
      </SidePanel>
    </Page>
  );
}

/** Where what was just proposed stands. */
const asProposed = { show: 'proposed', direction: '', kind: '', year: '' } as const;

const nothing = {
  unmatched: 'settlements.noneOpen',
  proposed: 'settlements.noneProposed',
  all: 'settlements.none',
} as const;

function None({ show, proposes }: { show: Show; proposes: boolean }): ReactElement {
  const { t } = useTranslation();
  return (
    <Empty title={t(nothing[show])}>
      {t(proposes ? 'settlements.nonePropose' : 'settlements.noneNext')}
    </Empty>
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
