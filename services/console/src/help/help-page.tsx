import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { withWords } from '../i18n/setup.ts';
import { Loaded, Page, Section } from '../ui/page.tsx';
import { AskForLegalAid, AskForMediation } from './ask-for-rights.tsx';
import { ClaimReport } from './claim-report.tsx';
import { HardshipForm } from './hardship-form.tsx';
import { helpQueries } from './help-queries.ts';
import { isOver, MyFile } from './my-file.tsx';
import { MyClaim } from './my-claim.tsx';
import { MyPetition, OpenPetition } from './my-petition.tsx';
import { MyLegalAid, MyMediation } from './my-rights.tsx';
import { PlacesPage } from './places-page.tsx';
import './help.css';

/** A map is drawn by more than all the rest: whoever does not look for a station does not load it. */
const StationsPage = lazy(() => withWords(import('./stations-page.tsx'), 'acts', 'services'));

/** What a member asks his union for, and how far it has come. Made for a phone. */
export default function HelpPage(): ReactElement {
  const { t } = useTranslation();
  const { place = '' } = useParams();
  if (place === 'hardship') return <HardshipForm />;
  if (place === 'places') return <PlacesPage />;
  if (place === 'stations') return <StationsPage />;
  return (
    <Page title={t('help.title')} lead={t('help.lead')}>
      <div className="help">
        <Mine />
        <Begin />
      </div>
    </Page>
  );
}

/** Whatever is under way; nobody who asks for one thing is kept waiting by another. */
function Mine(): ReactElement {
  const { t } = useTranslation();
  const files = useQuery(helpQueries.files());
  const aid = useQuery(helpQueries.mutualAid());
  const petitions = useQuery(helpQueries.petitions());
  const mediations = useQuery(helpQueries.mediations());
  const cases = useQuery(helpQueries.legalAid());
  const all = [files, aid, petitions, mediations, cases];
  const lists = [files.data, aid.data?.claims, petitions.data, mediations.data, cases.data];
  const count = lists.reduce((sum, items) => sum + (items?.length ?? 0), 0);
  const none = count === 0 && all.every(({ isSuccess }) => isSuccess);
  return (
    <Section title={t('myHelp.mine')}>
      {none && <p className="note">{t('myHelp.none')}</p>}
      <Loaded query={files} lines={2}>
        {(items) => items.map((one) => <MyFile key={one.fileId} file={one} />)}
      </Loaded>
      <Loaded query={aid} lines={2}>
        {({ claims }) => claims.map((one) => <MyClaim key={one.claimId} claim={one} />)}
      </Loaded>
      <Loaded query={mediations} lines={2}>
        {(items) => items.map((one) => <MyMediation key={one.mediationId} mediation={one} />)}
      </Loaded>
      <Loaded query={cases} lines={2}>
        {(items) => items.map((one) => <MyLegalAid key={one.legalAidId} aid={one} />)}
      </Loaded>
      <Loaded query={petitions} lines={2}>
        {(items) => items.map((one) => <MyPetition key={one.orderId} petition={one} />)}
      </Loaded>
    </Section>
  );
}

function Begin(): ReactElement {
  const { t } = useTranslation();
  const open = (useQuery(helpQueries.files()).data ?? []).some((file) => !isOver(file));
  return (
    <Section title={t('myHelp.start')}>
      <ul className="help-begin">
        {!open && <Way to="hardship" />}
        <li>
          <ClaimReport />
        </li>
        <li>
          <AskForMediation />
        </li>
        <li>
          <AskForLegalAid />
        </li>
        <li>
          <OpenPetition />
        </li>
        <Way to="places" />
        <Way to="stations" />
      </ul>
    </Section>
  );
}

function Way({ to }: { to: 'hardship' | 'places' | 'stations' }): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <Link className="help-way" to={`/help/${to}`}>
        <strong>{t(`myHelp.begin.${to}`)}</strong>
        <span className="quiet">{t(`myHelp.begin.${to}Note`)}</span>
      </Link>
    </li>
  );
}
