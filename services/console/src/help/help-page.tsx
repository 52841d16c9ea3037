import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page, Section } from '../ui/page.tsx';
import { ClaimReport } from './claim-report.tsx';
import { HardshipForm } from './hardship-form.tsx';
import { helpQueries } from './help-queries.ts';
import { isOver, MyFile } from './my-file.tsx';
import { MyClaim } from './my-claim.tsx';
import { MyPetition, OpenPetition } from './my-petition.tsx';
import { PlacesPage } from './places-page.tsx';
import { StationsPage } from './stations-page.tsx';
import './help.css';

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
  const claims = aid.data?.claims ?? [];
  const all = [files, aid, petitions];
  const nothing =
    all.every(({ isSuccess }) => isSuccess) &&
    (files.data ?? []).length + claims.length + (petitions.data ?? []).length === 0;
  return (
    <Section title={t('myHelp.mine')}>
      {nothing && <p className="note">{t('myHelp.none')}</p>}
      {(files.data ?? []).map((file) => (
        <MyFile key={file.fileId} file={file} />
      ))}
      {claims.map((claim) => (
        <MyClaim key={claim.claimId} claim={claim} />
      ))}
      {(petitions.data ?? []).map((petition) => (
        <MyPetition key={petition.orderId} petition={petition} />
      ))}
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
