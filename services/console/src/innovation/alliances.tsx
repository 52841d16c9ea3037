import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { itemsOf } from '../acts/fact-values.tsx';
import type { StudioAlliance } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { RecordList } from '../ui/record-list.tsx';
import { allianceActs, foundAlliance } from './alliance-acts.ts';
import { innovationQueries } from './innovation-queries.ts';

/** Studios of several unions that work together. */
export function Alliances(): ReactElement {
  const { t } = useTranslation();
  const query = useInfiniteQuery(innovationQueries.alliances());
  return (
    <Section
      title={t('innovation.alliances')}
      note={t('innovation.alliancesNote')}
      tools={<Acts acts={foundAlliance} record={null} />}
    >
      <RecordList
        label={t('innovation.alliances')}
        query={query}
        idOf={({ allianceId }) => allianceId}
        name={{ label: t('record.allianceName'), of: ({ allianceName }) => allianceName }}
        columns={[
          { label: t('record.union'), of: ({ unionName }) => unionName },
          { label: t('record.foundedOn'), of: ({ foundedOn }) => foundedOn },
          {
            label: t('innovation.memberCount'),
            number: true,
            of: ({ memberCount }) => memberCount,
          },
        ]}
        empty={[t('innovation.noAlliances'), t('innovation.noAlliancesNext')]}
        panel={(one) => <One alliance={one} />}
      />
    </Section>
  );
}

const all = { unionId: '', state: '', level: '' };

function One({ alliance }: { alliance: StudioAlliance }): ReactElement {
  const { t } = useTranslation();
  const { members } = alliance;
  const studios = itemsOf(useInfiniteQuery(innovationQueries.studios(all)).data);
  const inside = new Set(members.map(({ studioId }) => studioId));
  const outside = studios.filter(({ studioId, level }) => level !== '' && !inside.has(studioId));
  return (
    <>
      <Facts
        of={[
          [t('record.union'), alliance.unionName],
          [t('record.foundedOn'), alliance.foundedOn],
          [t('record.documentNo'), alliance.documentNo],
          [t('innovation.memberCount'), String(alliance.memberCount)],
        ]}
      />
      <ul className="record-lines">
        {members.map(({ studioId, studioName, joinedOn }) => (
          <li key={studioId}>
            <Link to={`/studios/${studioId}`}>{studioName}</Link>{' '}
            <span className="account-part">{joinedOn}</span>
          </li>
        ))}
      </ul>
      <Acts
        acts={allianceActs}
        record={alliance}
        choices={{
          studio: outside.map(({ studioId, studioName }) => [studioId, studioName]),
          memberStudio: members.map(({ studioId, studioName }) => [studioId, studioName]),
        }}
      />
    </>
  );
}
