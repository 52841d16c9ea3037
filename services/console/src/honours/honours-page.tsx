import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MoreButton } from '../ui/more-button.tsx';
import { Empty, Loaded, Page } from '../ui/page.tsx';
import { honourQueries } from './honour-queries.ts';
import { OpenRoundDialog } from './open-round-dialog.tsx';
import { RoundTable } from './round-table.tsx';
import { RoundView } from './round-view.tsx';
import { useDesk } from './use-honours.ts';
import '../payments/payments.css';
import './honours.css';

/** `/honours` lists the rounds, and each has its own address. */
export default function HonoursPage(): ReactElement {
  const { roundId = '' } = useParams();
  if (roundId !== '') return <RoundView key={roundId} roundId={roundId} />;
  return <Rounds />;
}

function Rounds(): ReactElement {
  const { t } = useTranslation();
  const [opening, setOpening] = useState(false);
  const { whole, writes, reads } = useDesk();
  const query = useInfiniteQuery(honourQueries.rounds());
  const opens = whole && writes;
  return (
    <Page
      title={t('honours.title')}
      lead={t('honours.lead')}
      tools={
        <>
          {reads && (
            <>
              <Link className="button" to="/honour-roll">
                {t('roll.title')}
              </Link>
              <Link className="button" to="/honour-holders">
                {t('holders.title')}
              </Link>
            </>
          )}
          {opens && (
            <button type="button" className="button button-main" onClick={() => setOpening(true)}>
              {t('honours.open.do')}
            </button>
          )}
        </>
      }
    >
      <Loaded query={{ ...query, isPlaceholderData: false }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) return <RoundTable items={items} />;
          return (
            <Empty title={t('honours.none')}>
              {t(opens ? 'honours.noneNext' : 'honours.noneYet')}
            </Empty>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      {opening && <OpenRoundDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}
