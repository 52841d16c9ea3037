import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Acts } from '../acts/acts.tsx';
import { sealed } from '../acts/fact-values.tsx';
import { RecordState } from '../acts/record-state.tsx';
import type { Studio } from '../shapes.ts';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLabels } from '../ui/labels.ts';
import { Money } from '../ui/money.tsx';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { Way } from '../ui/way.tsx';
import { innovationQueries } from './innovation-queries.ts';
import { studioActs, studioWay } from './studio-acts.ts';
import { StudioFundings, StudioReports, StudioSteps } from './studio-tables.tsx';

/** One studio: how it came to be named, who is in it, what it reported and what it was given. */
export default function StudioPage(): ReactElement {
  const { t } = useTranslation();
  const { studioId = '' } = useParams();
  const query = useQuery(innovationQueries.studio(studioId));
  const studio = query.data;
  return (
    <Page
      title={studio?.studioName ?? t('studios.title')}
      above={
        <nav className="trail" aria-label={t('innovation.views')}>
          <Link to="/innovation?view=studios" className="with-icon">
            <Icon name="back" />
            {t('innovation.backToStudios')}
          </Link>
        </nav>
      }
      lead={
        studio && (
          <>
            <RecordState words="studioState" state={studio.state} /> {studio.unionName}
          </>
        )
      }
      tools={studio && <Acts acts={studioActs} record={studio} state={studio.state} />}
    >
      <Loaded query={query} lines={10}>
        {(one) => <Whole studio={one} />}
      </Loaded>
    </Page>
  );
}

function Whole({ studio }: { studio: Studio }): ReactElement {
  const label = useLabels();
  const named = studio.level !== '';
  return (
    <>
      {studio.state !== 'REFUSED' && (
        <Way
          steps={studioWay.map((one) => [one, label('studioStep', one)])}
          here={named ? 'NAMED' : studio.state}
          done={named}
        />
      )}
      <Application studio={studio} />
      <StudioSteps studio={studio} />
      <StudioReports studio={studio} />
      <StudioFundings studio={studio} />
    </>
  );
}

function Application({ studio }: { studio: Studio }): ReactElement {
  const { t } = useTranslation();
  const label = useLabels();
  const namings = studio.namings.map(({ level, namedOn, documentNo }) =>
    [label('resultLevel', level), namedOn, documentNo].join(' · '),
  );
  return (
    <Section title={t('innovation.application')}>
      <Facts
        of={[
          [t('innovation.leader'), studio.personNameMasked],
          [
            t('record.leaderHonour'),
            `${label('leaderHonour', studio.leaderHonour)} · ${studio.honourDocumentNo}`,
          ],
          [t('record.honourFile'), sealed([studio.honourSha256])],
          [t('record.room'), studio.room],
          [t('record.budget'), <Money key="budget" fen={studio.budgetFen} />],
          [t('innovation.studioMembers'), studio.memberNamesMasked.join('、')],
          [t('innovation.namings'), namings.join('；')],
          [t('innovation.reviewFrom'), studio.reviewFrom],
        ]}
      />
    </Section>
  );
}
