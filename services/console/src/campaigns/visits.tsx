import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../acts/acts.tsx';
import { sealed } from '../acts/fact-values.tsx';
import { UnionFilter } from '../acts/record-filter.tsx';
import { RecordState } from '../acts/record-state.tsx';
import { useBanks } from '../acts/use-banks.ts';
import type { CareVisit } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { useWho } from '../ui/use-who.ts';
import { useUrl } from '../url.ts';
import { oneVisitActs } from './campaign-acts.ts';
import { campaignQueries } from './campaign-queries.ts';

/** Every visit once, whichever union told of it. */
export function Visits(): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const [read] = useUrl();
  const of = { campaignId: read('campaign'), unionId: read('union') };
  const query = useInfiniteQuery(campaignQueries.visits(of));
  return (
    <Section title={t('campaign.view.visits')} note={t('campaign.visitsNote')}>
      <div className="filter">
        <UnionFilter />
      </div>
      <RecordList
        label={t('campaign.view.visits')}
        query={query}
        idOf={({ visitId }) => visitId}
        name={{
          label: t('record.siteName'),
          of: ({ siteName }) => siteName,
          part: ({ campaignKind }) => label('campaignKind', campaignKind),
        }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.visitedOn'), of: ({ visitedOn }) => visitedOn },
          { label: t('record.persons'), number: true, of: ({ persons }) => persons },
          {
            label: t('campaign.goods'),
            number: true,
            of: ({ goodsFen }) => <Money fen={goodsFen} />,
          },
          { label: t('campaign.cash'), number: true, of: ({ cashFen }) => <Money fen={cashFen} /> },
          {
            label: t('campaign.state'),
            of: ({ state }) => <RecordState words="visitState" state={state} />,
          },
        ]}
        empty={[t('campaign.noVisits'), t('campaign.noVisitsNext')]}
        panel={(visit) => <One visit={visit} />}
      />
    </Section>
  );
}

function One({ visit }: { visit: CareVisit }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const who = useWho();
  const banks = useBanks();
  return (
    <>
      <Facts
        of={[
          [t('record.recipientGroup'), label('recipientGroup', visit.recipientGroup)],
          [t('record.occasion'), label('occasion', visit.occasion)],
          [
            t('record.temperature'),
            visit.temperatureLevel && label('temperature', visit.temperatureLevel),
          ],
          [t('record.packages'), String(visit.packages)],
          [t('record.visitPhotos'), sealed(visit.photoSha256)],
          [t('record.visitNote'), visit.note],
          [t('campaign.recordedBy'), who(visit.recordedBy)],
        ]}
      />
      <Acts acts={oneVisitActs} record={visit} choices={banks} />
    </>
  );
}
